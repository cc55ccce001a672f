// Why: the list of known services lives beside the user's other settings for years; it must survive hands,
// disks and two programs at once, and find folders that were moved.
#include <QTest>

#include <filesystem>
#include <thread>

#include "core/job/known_services.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

namespace {

const std::string identity = "0123456789abcdef0123456789abcdef";
const std::string otherIdentity = "ffffffffffffffffffffffffffffffff";
const std::string listName = "config/certwright/services.json";

template <typename Body> int countOf(const check::Findings& findings) {
    int count = 0;
    for (const check::Finding& finding : findings)
        count += finding.body.is<Body>() ? 1 : 0;
    return count;
}

std::string entryText(const std::string& root) {
    return R"({"service":"aoi","root":")" + root + R"(","home":"","identity":""})";
}

std::string textOfList(const std::string& entries) {
    return R"({"version":1,"services":[)" + entries + "]}";
}

} // namespace

class TestKnownServices : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void remember_twice_isOneEntry();
    void remember_import_isDoneByIt();
    void remember_movedFolder_replacesItsEntry();
    void remember_copy_keepsBoth();
    void remember_noSettingsFolder_doesNothing();
    void remember_missingHome_isNotMade();
    void remember_oddPath_isRefused();
    void remember_rootInAnothersFolder_isRefused();
    void remember_failingAtEveryStep_keepsAWholeList();
    void remember_powerCutAtEveryStep_keepsAWholeList();
    void remember_severalAtOnce_losesNone();
    void list_damaged_isToldOnceAndSetAside_data();
    void list_damaged_isToldOnceAndSetAside();
    void list_damagedWhileRemembering_isToldLater();
    void list_partlyGood_keepsWhatIsGood();
    void list_aLinkOrAFolder_isSetAside();
    void list_unreadable_isTold();
    void list_readOnly_isStillRead();
    void folder_moved_isFoundByItsContent_data();
    void folder_moved_isFoundByItsContent();
    void folder_gone_isTold();
    void folder_replacedByAnother_isGone();
    void folder_copied_oldPlaceWins();
    void folder_movedTwice_isNotGuessed();
    void folder_tooFarAway_isNotFound();
    void folder_behindAForeignLink_isNotFollowed();
    void folder_hidden_isNotCalledGone();
    void forget_known_isGoneFromTheList();
    void forget_unknown_isAnError();
    void found_byVariable_isListedOnce();
    void found_variableToNowhere_isTold();
    void found_byFolder_isTheProfileWhoseConfigIsThere();
    void profile_broken_hidesNoOther();

  private:
    job::Environment environment() {
        auto around = m_scene->environment();
        around.settingsFolder = m_folder->at("config/certwright");
        return around;
    }
    job::KnownServices known() {
        auto around = environment();
        return job::knownServices(around, {[this](const std::string& name) {
                                               return name == "MX_SDK_HOME" ? m_variable : std::string();
                                           },
                                           [](const std::string&) { return std::string("/home/someone"); }});
    }
    base::Status remember(const std::string& root) {
        auto around = environment();
        return job::rememberService(around, "aoi", root, {});
    }
    // service makes a folder that has had a transaction.
    std::string service(const std::string& name, const std::string& id = identity) {
        m_folder->write(name + "/.certwright/identity", id + "\n");
        return m_folder->at(name);
    }
    void move(const std::string& from, const std::string& to) {
        fs::create_directories(fs::path(m_folder->at(to)).parent_path());
        fs::rename(m_folder->at(from), m_folder->at(to));
    }
    std::vector<std::string> roots(const job::KnownServices& services) {
        std::vector<std::string> list;
        for (const job::KnownService& one : services.services)
            list.push_back(one.root);
        return list;
    }

    std::unique_ptr<JobScene> m_scene;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::string m_variable;
};

void TestKnownServices::init() {
    m_scene = std::make_unique<JobScene>(Service::StreamServer);
    m_folder = std::make_unique<TemporaryFolder>();
    m_folder->makeFolder("a/b/c");
    m_variable.clear();
}

void TestKnownServices::remember_twice_isOneEntry() {
    const std::string root = service("a/b/one");
    QVERIFY(remember(root));
    QVERIFY(remember(root));
    QCOMPARE(roots(known()), std::vector{root});
    QCOMPARE(known().services.front().identity, identity);
    QVERIFY(known().findings.empty());
    QCOMPARE(m_folder->modeOf(listName), 0600U);
    QCOMPARE(m_folder->modeOf("config/certwright"), 0700U);
}

void TestKnownServices::remember_import_isDoneByIt() {
    job::ImportJob import(environment(), m_scene->request(m_scene->goodFiles()));
    Passwords passwords({"secret"});
    QVERIFY(import.check(passwords));
    QVERIFY(import.plan());
    const auto outcome = import.apply();
    QVERIFY(outcome && !outcome->undone);
    const auto services = known();
    QCOMPARE(services.services.size(), std::size_t{1});
    QCOMPARE(services.services[0].root, m_scene->folder().root());
    QCOMPARE(services.services[0].service, std::string("streamserver"));
    QCOMPARE(services.services[0].identity.size(), std::size_t{32});
}

void TestKnownServices::remember_movedFolder_replacesItsEntry() {
    QVERIFY(remember(service("a/b/one")));
    move("a/b/one", "a/b/two");
    QVERIFY(remember(m_folder->at("a/b/two")));
    QCOMPARE(roots(known()), std::vector{m_folder->at("a/b/two")});
}

void TestKnownServices::remember_copy_keepsBoth() {
    QVERIFY(remember(service("a/b/one")));
    QVERIFY(remember(service("a/b/two")));
    QCOMPARE(known().services.size(), std::size_t{2});
}

void TestKnownServices::remember_noSettingsFolder_doesNothing() {
    auto around = m_scene->environment();
    QVERIFY(job::rememberService(around, "aoi", service("a/b/one"), {}));
    QVERIFY(job::knownServices(around, {[](const std::string&) { return std::string(); },
                                        [](const std::string&) { return std::string(); }})
                .services.empty());
}

// Accounts of daemons often have a home that does not exist; nobody shall make it.
void TestKnownServices::remember_missingHome_isNotMade() {
    auto around = m_scene->environment();
    around.settingsFolder = m_folder->at("home/.config/certwright");
    QCOMPARE(job::rememberService(around, "aoi", service("a/b/one"), {}).error().code,
             base::ErrorCode::FileNotFound);
    QVERIFY(!m_folder->exists("home"));
}

void TestKnownServices::remember_oddPath_isRefused() {
    QCOMPARE(remember("/tmp/\xff").error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!m_folder->exists(listName));
}

void TestKnownServices::remember_rootInAnothersFolder_isRefused() {
    m_folder->makeFolder("config/certwright");
    m_scene->files().pretendSelf({0, 0});
    m_scene->files().pretend(m_folder->at("config/certwright"),
                             {base::FileKind::Folder, 0, 0700, {1234, 1234}, 2, 0});
    QCOMPARE(remember(service("a/b/one")).error().code, base::ErrorCode::TargetUnsafe);
    QVERIFY(!m_folder->exists(listName));
}

void TestKnownServices::remember_failingAtEveryStep_keepsAWholeList() {
    QVERIFY(remember(service("a/b/one")));
    const std::string second = service("a/b/two", otherIdentity);
    bool failed = true;
    for (int n = 1; failed && n < 20; ++n) {
        m_scene->files().disarm();
        m_scene->files().failAt(n, base::ErrorCode::DiskFull);
        failed = !remember(second);
        m_scene->files().disarm();
        QVERIFY(known().findings.empty());
        QVERIFY(known().services.size() == 2 || (failed && known().services.size() == 1));
    }
    QVERIFY(!failed);
}

void TestKnownServices::remember_powerCutAtEveryStep_keepsAWholeList() {
    for (const Cut cut : {Cut::Before, Cut::Halfway, Cut::After}) {
        for (int n = 1; n < 8; ++n) {
            init();
            QVERIFY(remember(service("a/b/one")));
            const std::string second = service("a/b/two", otherIdentity);
            m_scene->files().disarm();
            m_scene->files().cutPowerAt(n, cut);
            try {
                static_cast<void>(remember(second));
            } catch (const PowerCut&) {
            }
            m_scene->files().disarm();
            QVERIFY(known().findings.empty());
            QVERIFY(!known().services.empty());
            QVERIFY(remember(second));
            QCOMPARE(known().services.size(), std::size_t{2});
        }
    }
}

void TestKnownServices::remember_severalAtOnce_losesNone() {
    constexpr int each = 12;
    const auto work = [&](const std::string& prefix) {
        const auto disk = files::localFileSystem();
        SeededRandom random;
        base::SilentProgress progress;
        job::Environment around{
            *disk,     random,    progress, secret::SecretAccess::grant(), {},
            testNow(), testNow(), {},       plan::RootPolicy::Refuse,      m_folder->at("config/certwright")};
        for (int i = 0; i < each; ++i)
            static_cast<void>(job::rememberService(around, "aoi", prefix + std::to_string(i), {}));
    };
    std::vector<std::thread> threads;
    for (const char* prefix : {"/srv/a", "/srv/b", "/srv/c"})
        threads.emplace_back(work, prefix);
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 3 * each);
}

void TestKnownServices::list_damaged_isToldOnceAndSetAside_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no JSON") << QByteArray("service: aoi\n");
    QTest::newRow("cut short") << QByteArray::fromStdString(textOfList(entryText("/srv/x"))).chopped(9);
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("a newer form") << QByteArray(R"({"version":2,"services":[]})");
    QTest::newRow("no list") << QByteArray(R"({"version":1,"services":{}})");
    QTest::newRow("a number in the list") << QByteArray::fromStdString(textOfList("7"));
    QTest::newRow("no root") << QByteArray::fromStdString(textOfList(R"({"service":"aoi"})"));
    QTest::newRow("relative root") << QByteArray::fromStdString(textOfList(entryText("srv/x")));
    QTest::newRow("root with NUL") << QByteArray::fromStdString(textOfList(entryText("/srv/\\u0000x")));
    QTest::newRow("root of a type") << QByteArray::fromStdString(
        textOfList(R"({"service":"aoi","root":["/srv"],"home":"","identity":""})"));
    QTest::newRow("identity with a path") << QByteArray::fromStdString(textOfList(
        R"({"service":"aoi","root":"/srv","home":"","identity":"../../../../etc/passwd/0123456789"})"));
    QTest::newRow("deeper than any stack") << QByteArray(500000, '[');
    QTest::newRow("too many") << [] {
        std::string entries;
        for (int i = 0; i < 1001; ++i)
            entries += (i == 0 ? "" : ",") + entryText("/nowhere-at-all");
        return QByteArray::fromStdString(textOfList(entries));
    }();
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, ' ');
    QTest::newRow("octets") << QByteArray("\xff\xfe\x00\x01{", 5);
}

void TestKnownServices::list_damaged_isToldOnceAndSetAside() {
    QFETCH(QByteArray, text);
    m_folder->write(listName, text.toStdString());
    QCOMPARE(countOf<check::ServiceListDamaged>(known().findings), 1);
    QCOMPARE(countOf<check::ServiceListDamaged>(known().findings), 0);
    QCOMPARE(QByteArray::fromStdString(m_folder->read(listName + ".damaged")), text);
    QVERIFY(remember(service("a/b/one")));
    QVERIFY(!known().services.empty());
}

void TestKnownServices::list_damagedWhileRemembering_isToldLater() {
    m_folder->write(listName, "{");
    QVERIFY(remember(service("a/b/one")));
    QVERIFY(remember(service("a/b/two", otherIdentity)));
    const auto services = known();
    QCOMPARE(countOf<check::ServiceListDamaged>(services.findings), 1);
    QCOMPARE(services.services.size(), std::size_t{2});
    QCOMPARE(countOf<check::ServiceListDamaged>(known().findings), 0);
}

void TestKnownServices::list_partlyGood_keepsWhatIsGood() {
    const std::string root = service("a/b/one");
    m_folder->write(listName, textOfList(entryText(root) + ",7"));
    QCOMPARE(roots(known()), std::vector{root});
    QCOMPARE(roots(known()), std::vector{root});
}

void TestKnownServices::list_aLinkOrAFolder_isSetAside() {
    const std::string mine = m_folder->write("mine.json", textOfList(entryText("/srv/x")));
    m_folder->makeFolder("config/certwright");
    fs::create_symlink(mine, m_folder->at(listName));
    QCOMPARE(countOf<check::ServiceListDamaged>(known().findings), 1);
    QVERIFY(remember(service("a/b/one")));
    QCOMPARE(m_folder->read("mine.json"), textOfList(entryText("/srv/x")));
    QCOMPARE(known().services.size(), std::size_t{1});
    test::removeFile(m_folder->at(listName));
    test::removeFile(m_folder->at(listName + ".damaged"));
    m_folder->makeFolder(listName);
    QCOMPARE(countOf<check::ServiceListDamaged>(known().findings), 1);
    QVERIFY(remember(service("a/b/one")));
    QCOMPARE(known().services.size(), std::size_t{1});
}

void TestKnownServices::list_unreadable_isTold() {
    QVERIFY(remember(service("a/b/one")));
    test::setMode(m_folder->at(listName), 0);
    const auto services = known();
    if (runsAsRoot()) { // who reads everything
        QCOMPARE(services.services.size(), std::size_t{1});
        return;
    }
    QVERIFY(services.services.empty());
    const auto* told = bodyOf<check::ServiceUnreadable>(services.findings);
    QVERIFY(told != nullptr);
    QCOMPARE(told->error, std::string("file.access-denied"));
    QVERIFY(!remember(service("a/b/two")));
}

void TestKnownServices::list_readOnly_isStillRead() {
    QVERIFY(remember(service("a/b/one")));
    move("a/b/one", "a/b/two");
    m_scene->files().disarm();
    m_scene->files().failFrom(1, base::ErrorCode::ReadOnlyFileSystem);
    for (int i = 0; i < 2; ++i) {
        const auto services = known();
        QCOMPARE(roots(services), std::vector{m_folder->at("a/b/two")});
        QCOMPARE(countOf<check::ServiceMoved>(services.findings), 1);
    }
}

void TestKnownServices::folder_moved_isFoundByItsContent_data() {
    QTest::addColumn<QString>("to");
    QTest::newRow("renamed") << "a/b/c/new";
    QTest::newRow("one level up") << "a/b/new";
    QTest::newRow("two levels up") << "a/new";
    QTest::newRow("into a sibling") << "a/b/c/d/new";
    QTest::newRow("two levels into a sibling") << "a/b/c/d/e/new";
    QTest::newRow("into a sibling of the parent") << "a/b/x/new";
    QTest::newRow("into a sibling of its parent") << "a/x/y/new";
    QTest::newRow("hidden") << "a/b/c/.new";
}

void TestKnownServices::folder_moved_isFoundByItsContent() {
    QFETCH(QString, to);
    const std::string before = service("a/b/c/old");
    const std::string after = m_folder->at(to.toStdString());
    QVERIFY(remember(before));
    move("a/b/c/old", to.toStdString());
    const auto services = known();
    QCOMPARE(roots(services), std::vector{after});
    const auto* moved = bodyOf<check::ServiceMoved>(services.findings);
    QVERIFY(moved != nullptr);
    QCOMPARE(moved->before, before);
    QCOMPARE(moved->after, after);
    QVERIFY(known().findings.empty()); // remembered at its new place
    QCOMPARE(roots(known()), std::vector{after});
}

void TestKnownServices::folder_gone_isTold() {
    QVERIFY(remember(service("a/b/c/old")));
    QVERIFY(remember(service("a/b/c/other", otherIdentity)));
    test::removeAll(m_folder->at("a/b/c/old"));
    const auto services = known();
    QCOMPARE(roots(services), std::vector{m_folder->at("a/b/c/other")});
    QCOMPARE(bodyOf<check::ServiceGone>(services.findings)->root, m_folder->at("a/b/c/old"));
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1); // until it is forgotten
}

void TestKnownServices::folder_replacedByAnother_isGone() {
    QVERIFY(remember(service("a/b/c/old")));
    service("a/b/c/old", otherIdentity);
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1);
    test::removeFile(m_folder->at("a/b/c/old/.certwright/identity"));
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1);
    service("a/b/c/new");
    QCOMPARE(roots(known()), std::vector{m_folder->at("a/b/c/new")});
}

void TestKnownServices::folder_copied_oldPlaceWins() {
    const std::string root = service("a/b/c/old");
    QVERIFY(remember(root));
    service("a/b/c/copy");
    QCOMPARE(roots(known()), std::vector{root});
    QVERIFY(known().findings.empty());
}

void TestKnownServices::folder_movedTwice_isNotGuessed() {
    QVERIFY(remember(service("a/b/c/old")));
    service("a/b/copy");
    move("a/b/c/old", "a/b/c/new");
    const auto services = known();
    QVERIFY(services.services.empty());
    QCOMPARE(countOf<check::ServiceGone>(services.findings), 1);
}

void TestKnownServices::folder_tooFarAway_isNotFound() {
    QVERIFY(remember(service("a/b/c/old")));
    move("a/b/c/old", "a/b/c/1/2/3/new");
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1);
    move("a/b/c/1/2/3/new", "a/b/c/zzz");
    for (int i = 0; i < 2100; ++i)
        m_folder->makeFolder("a/b/c/" + std::to_string(i));
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1);
}

void TestKnownServices::folder_behindAForeignLink_isNotFollowed() {
    QVERIFY(remember(service("a/b/c/old")));
    TemporaryFolder elsewhere;
    elsewhere.write("away/.certwright/identity", identity + "\n");
    test::removeAll(m_folder->at("a/b/c/old"));
    fs::create_symlink(elsewhere.at("away"), m_folder->at("a/b/c/new"));
    QCOMPARE(countOf<check::ServiceGone>(known().findings), 1);
    // A link at the old place itself was left by whoever moved the folder.
    fs::rename(m_folder->at("a/b/c/new"), m_folder->at("a/b/c/old"));
    QCOMPARE(roots(known()), std::vector{elsewhere.at("away")});
}

void TestKnownServices::folder_hidden_isNotCalledGone() {
    const std::string root = service("a/b/c/old");
    QVERIFY(remember(root));
    for (const char* hidden : {"a/b/c/old/.certwright", "a/b/c"}) {
        test::setMode(m_folder->at(hidden), 0);
        QCOMPARE(roots(known()), std::vector{root});
        QCOMPARE(countOf<check::ServiceGone>(known().findings), 0);
        test::setMode(m_folder->at(hidden), 0700);
    }
}

void TestKnownServices::forget_known_isGoneFromTheList() {
    auto around = environment();
    const std::string gone = service("a/b/one");
    const std::string there = service("a/b/two", otherIdentity);
    QVERIFY(remember(gone));
    QVERIFY(remember(there));
    test::removeAll(gone);
    QVERIFY(job::forgetService(around, gone + "/"));
    QVERIFY(known().findings.empty());
    fs::create_symlink(there, m_folder->at("a/link"));
    QVERIFY(job::forgetService(around, m_folder->at("a/link")));
    QVERIFY(known().services.empty());
}

void TestKnownServices::forget_unknown_isAnError() {
    auto around = environment();
    QCOMPARE(job::forgetService(around, "/nowhere").error().code, base::ErrorCode::RootUnknown);
    QVERIFY(remember(service("a/b/one")));
    QCOMPARE(job::forgetService(around, "").error().code, base::ErrorCode::RootUnknown);
    QCOMPARE(known().services.size(), std::size_t{1});
}

void TestKnownServices::found_byVariable_isListedOnce() {
    m_variable = m_scene->folder().root();
    QCOMPARE(roots(known()), std::vector{m_variable});
    QCOMPARE(known().services[0].service, std::string("streamserver"));
    QCOMPARE(known().services[0].home, std::string("/home/someone"));
    auto around = environment();
    QVERIFY(job::rememberService(around, "streamserver", m_scene->folder().root(), "/home/other"));
    m_variable += "/.";
    const auto services = known();
    QCOMPARE(services.services.size(), std::size_t{1});
    QCOMPARE(services.services[0].home, std::string("/home/other"));
}

void TestKnownServices::found_variableToNowhere_isTold() {
    m_variable = "/nowhere/mxVision";
    const auto services = known();
    QVERIFY(services.services.empty());
    QCOMPARE(bodyOf<check::ServiceUnreadable>(services.findings)->error, std::string("file.not-found"));
}

void TestKnownServices::found_byFolder_isTheProfileWhoseConfigIsThere() {
    auto around = environment();
    const job::Surroundings none{[](const std::string&) { return std::string(); },
                                 [](const std::string&) { return std::string(); }};
    const auto found = job::servicesAt(around, none, m_scene->folder().root());
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].service, std::string("streamserver"));
    QVERIFY(job::servicesAt(around, none, m_folder->path()).empty());
}

void TestKnownServices::profile_broken_hidesNoOther() {
    m_variable = m_scene->folder().root();
    m_scene->ownProfiles().push_back({"site.yaml", "id: [\n"});
    const auto services = known();
    QCOMPARE(services.services.size(), std::size_t{1});
    QCOMPARE(bodyOf<check::ServiceUnreadable>(services.findings)->error, std::string("profile.invalid"));
}

QTEST_GUILESS_MAIN(TestKnownServices)
#include "test_known_services.moc"
