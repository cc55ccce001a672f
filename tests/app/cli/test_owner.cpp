// Why: root that works in somebody else's folder is the one case in which a mistake here is worth an attack:
// the owner of the folder must not be able to turn root's writes, or reads, to another place. As an ordinary
// user the same is done in the own folder: links are not followed for anybody.
#include <QTest>

#include <filesystem>
#include <fstream>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/cli/link_swapper.h"
#include "tests/app/cli/practice.h"

using namespace certwright::test;
namespace stdfs = std::filesystem;

class TestOwner : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void root_withoutTheWord_isRefusedInWords_data();
    void root_withoutTheWord_isRefusedInWords();
    void root_asOwner_givesEverythingToTheOwner_data();
    void root_asOwner_givesEverythingToTheOwner();
    void root_asOwner_repairsForTheOwner();
    void links_swappedDuringTheImport_areNeverFollowed();

  private:
    Service given(const TemporaryFolder& folder, const std::string& id, const std::string& name) const;
    Arguments asOwner(Arguments arguments) const;

    TemporaryFolder m_folder;
    Practice m_practice;
};

namespace {

const std::string keys = "/sample/mxVision/streamserver/keys";
const std::string mark = "MARK-OF-ROOTS-OWN-FILE";

bool isRoot() {
    return runsAsRoot();
}

void give(const std::string& folder) {
    const std::string owner = std::to_string(ordinaryUser());
    if (isRoot() && runProgram("chown", {"-R", owner + ":" + owner, folder}).exitCode != 0)
        qFatal("chown");
}

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// stateOf lists everything below `folder` with owner, mode, times and content.
std::vector<std::string> stateOf(const std::string& folder) {
    std::vector<std::string> lines;
    for (const auto& entry : stdfs::recursive_directory_iterator(folder)) {
        struct stat status {};
        if (::lstat(entry.path().c_str(), &status) != 0)
            continue;
        std::string line =
            entry.path().string() + ' ' + std::to_string(status.st_uid) + ' ' +
            std::to_string(status.st_mode) + ' ' + std::to_string(status.st_nlink) + ' ' +
            std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec) + ' ' +
            std::to_string(status.st_ctim.tv_sec) + '.' + std::to_string(status.st_ctim.tv_nsec);
        if (S_ISREG(status.st_mode))
            line += ' ' + contentOf(entry.path());
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

// foreignBelow lists what does not belong to `user`, links not followed. What root has under way (the journal
// and what is staged) is root's until it is done: the owner must not be able to change it.
QStringList foreignBelow(const std::string& folder, std::uint32_t user) {
    QStringList found;
    for (const auto& entry : stdfs::recursive_directory_iterator(folder)) {
        struct stat status {};
        const std::string path = entry.path();
        const bool underWay =
            contains(path, "/.certwright/journal.json") || contains(path, "/.certwright/staging/");
        if (!underWay && ::lstat(path.c_str(), &status) == 0 && status.st_uid != user)
            found << QString::fromStdString(entry.path().string());
    }
    return found;
}

// marked lists regular files below `folder` that the account `user` can read and that hold root's mark.
QStringList marked(const std::string& folder, std::uint32_t user) {
    QStringList found;
    for (const auto& entry : stdfs::recursive_directory_iterator(folder)) {
        struct stat status {};
        if (::lstat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode))
            continue;
        const bool readable = status.st_uid == user || (status.st_mode & 0004U) != 0;
        if (readable && contains(contentOf(entry.path()), mark))
            found << QString::fromStdString(entry.path().string());
    }
    return found;
}

} // namespace

void TestOwner::initTestCase() {
    QVERIFY(m_practice.ok());
}

// given is a service folder that belongs to the ordinary user, reachable for it.
Service TestOwner::given(const TemporaryFolder& folder, const std::string& id,
                         const std::string& name) const {
    stdfs::permissions(folder.path(), static_cast<stdfs::perms>(0755));
    const Service service = m_practice.copy(id, folder, name);
    give(service.root);
    give(service.home);
    return service;
}

Arguments TestOwner::asOwner(Arguments arguments) const {
    arguments.insert(arguments.begin() + 1, "--as-owner");
    return arguments;
}

void TestOwner::root_withoutTheWord_isRefusedInWords_data() {
    QTest::addColumn<QString>("verb");
    for (const char* verb : {"import", "plan", "doctor", "rotate"})
        QTest::newRow(verb) << verb;
}

void TestOwner::root_withoutTheWord_isRefusedInWords() {
    QFETCH(QString, verb);
    const TemporaryFolder folder;
    const Service service = given(folder, "streamserver", "service");
    QCOMPARE(runCli(asOwner(service.import({m_practice.material("good-pem")})), usualPassword).exitCode, 0);
    ::chmod((service.root + keys).c_str(), 0755);
    const auto before = stateOf(service.root + "/config");
    Arguments arguments = together(service.verb(verb.toStdString()), {"--json"});
    if (verb == "import" || verb == "plan")
        arguments = together(arguments, {"--password-stdin", m_practice.material("good-pem")});
    if (verb == "doctor")
        arguments.push_back("--fix");
    if (verb != "plan")
        arguments.push_back("--yes");
    const Outcome refused = runCli(arguments, usualPassword);
    const auto object = parsed(refused.out);
    QVERIFY2(object.is_object(), refused.out.c_str());
    QCOMPARE(contains(codesOf(object, "blocker"), "root.as-owner"), isRoot());
    QCOMPARE(refused.exitCode, isRoot() ? 1 : 0);
    if (isRoot()) {
        QCOMPARE(stateOf(service.root + "/config"), before);
        QCOMPARE(runCli(asOwner(arguments), usualPassword).exitCode, 0);
    }
}

void TestOwner::root_asOwner_givesEverythingToTheOwner_data() {
    QTest::addColumn<QString>("id");
    for (const char* id : {"streamserver", "aoi"})
        QTest::newRow(id) << id;
}

void TestOwner::root_asOwner_givesEverythingToTheOwner() {
    QFETCH(QString, id);
    const TemporaryFolder folder;
    const Service service = given(folder, id.toStdString(), "service");
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome =
            runCli(asOwner(service.import({m_practice.material("good-pem")})), usualPassword);
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
        QCOMPARE(contains(codesOf(parsed(outcome.out), "warning"), "target.as-root"), isRoot());
    }
    QCOMPARE(foreignBelow(service.root, ordinaryUser()), QStringList());
    QCOMPARE(foreignBelow(service.home, ordinaryUser()), QStringList());
}

void TestOwner::root_asOwner_repairsForTheOwner() {
    const TemporaryFolder folder;
    const Service service = given(folder, "aoi", "service");
    QCOMPARE(runCli(asOwner(service.import({m_practice.material("good-pem")})), usualPassword).exitCode, 0);
    const std::string key = service.root + "/config/crt/server.key";
    const std::string copy = service.home + "/aoi_service/key.bak";
    ::chmod((service.root + "/config/crt/ca.crt").c_str(), 0644);
    if (isRoot())
        QVERIFY(::chown(key.c_str(), 0, 0) == 0 && ::chown(copy.c_str(), 0, 0) == 0);
    const Outcome outcome = runCli(asOwner(together(service.verb("doctor"), {"--fix", "--yes", "--json"})));
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(foreignBelow(service.root + "/config", ordinaryUser()), QStringList());
    QCOMPARE(foreignBelow(service.home, ordinaryUser()), QStringList());
}

void TestOwner::links_swappedDuringTheImport_areNeverFollowed() {
    TemporaryFolder folder;
    const Service first = given(folder, "streamserver", "first");
    const auto import = [&](const Service& service, const char* set) {
        return runCli(asOwner(service.import({m_practice.material(set)})), usualPassword);
    };
    QCOMPARE(import(first, "good-pem").exitCode, 0);
    // Root's own folders look like a whole installation, so that nothing but the link itself can be noticed.
    const std::string own = folder.makeFolder("roots-own", 0755);
    QVERIFY(copyTree(first.root + "/config", own + "/config"));
    QVERIFY(copyTree(first.root + keys, own + "/keys"));
    for (const std::string name : {"/config/streamserver.conf", "/keys/server.key", "/keys/ca.crt"}) {
        const std::string content = "# " + mark + "\n" + contentOf(own + name);
        stdfs::remove(own + name);
        std::ofstream(own + name, std::ios::binary) << content;
        ::chmod((own + name).c_str(), name == "/config/streamserver.conf" ? 0600 : 0400);
    }
    if (isRoot())
        QCOMPARE(runProgram("chown", {"-R", "0:0", own}).exitCode, 0);
    const auto before = stateOf(own);
    const std::uint32_t user = ordinaryUser();
    int done = 0;
    int refused = 0;
    int unended = 0;
    std::uint64_t swaps = 0;
    std::set<std::string> words;
    for (unsigned round = 0; round < 50; ++round) {
        const Service service{first.id, folder.at("service"), first.home};
        QVERIFY(copyTree(first.root, service.root));
        LinkSwapper attacker(
            {{service.root + keys, own + "/keys"}, {service.root + "/config", own + "/config"}}, user,
            round + 1);
        const Outcome outcome = import(service, round % 2 == 0 ? "with-intermediate" : "good-pem");
        swaps += attacker.stop();
        const auto object = parsed(outcome.out);
        QVERIFY2(outcome.ending == Ending::Exited && object.is_object(), (outcome.out + outcome.err).c_str());
        QCOMPARE(stateOf(own), before);
        // As an ordinary user the folders behind the links are the own ones.
        if (isRoot())
            QCOMPARE(marked(service.root, user), QStringList());
        if (outcome.exitCode == 0) {
            ++done;
            QVERIFY(object.contains("receipt"));
        } else {
            ++refused;
            const bool told = object.contains("error") || !codesOf(object, "blocker").empty() ||
                              (object.value("undone", false) && !object["proof"]["failed"].empty());
            QVERIFY2(told, outcome.out.c_str());
            if (object.contains("error"))
                words.insert(object["error"]["code"].get<std::string>());
            for (const std::string& code : codesOf(object, "blocker"))
                words.insert(code);
        }
        QCOMPARE(foreignBelow(service.root, user), QStringList());
        // What could not be ended under attack is ended afterwards.
        unended += outcome.exitCode == 4 ? 1 : 0;
        const Outcome after = runCli(asOwner(service.verb("verify")));
        QVERIFY2(after.exitCode == 0, (outcome.out + after.out).c_str());
        QVERIFY(!stdfs::exists(service.root + "/.certwright/journal.json"));
        stdfs::remove_all(service.root);
    }
    std::string list;
    for (const std::string& word : words)
        list += ' ' + word;
    qInfo("%d rounds done, %d refused (%s ), of them %d ended afterwards; %llu swaps", done, refused,
          list.c_str(), unended, static_cast<unsigned long long>(swaps));
    QVERIFY(swaps > 500);
    // With nobody in the way it works.
    QCOMPARE(import(first, "with-intermediate").exitCode, 0);
}

QTEST_GUILESS_MAIN(TestOwner)
#include "test_owner.moc"
