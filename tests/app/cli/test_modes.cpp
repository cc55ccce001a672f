// Why: that no key material is ever on disk for others to read is shown by the system calls themselves, not
// by the modes that are left at the end.
#include <QTest>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <sys/stat.h>

#include "tests/app/cli/practice.h"

using namespace certwright::test;

class TestModes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void import_underStrace_nothingSecretIsEverWide_data();
    void import_underStrace_nothingSecretIsEverWide();
    void import_done_modesAreExact_data();
    void import_done_modesAreExact();
    void import_existingFoldersAndConfig_keepTheirModes();

  private:
    TemporaryFolder m_folder;
    Practice m_practice;
};

namespace {

// Traced is what strace saw of one file: the widest mode that it was opened with or given, and the name that
// it got last.
struct Traced {
    unsigned widest = 0;
    std::string name;
};

std::string joined(const std::string& folder, const std::string& name) {
    return name.starts_with('/') ? name : folder + '/' + name;
}

// tracedFiles reads strace's lines (-y: descriptors with their paths).
std::vector<Traced> tracedFiles(const std::string& log) {
    static const std::regex creation(
        R"re(openat\([^<]*<([^>]*)>, "([^"]*)", ([A-Z_|]*O_CREAT[A-Z_|]*), (0[0-7]*)\) = [0-9])re");
    static const std::regex mode(R"re(fchmod\([0-9]+<([^>]*)>, (0[0-7]*)\) = 0)re");
    static const std::regex rename(
        R"re(renameat2?\([^<]*<([^>]*)>, "([^"]*)", [^<]*<([^>]*)>, "([^"]*)".*\) = 0)re");
    std::map<std::string, std::size_t> byName;
    std::vector<Traced> files;
    std::istringstream lines(log);
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_search(line, found, creation)) {
            const std::string name = joined(found[1], found[2]);
            if (!byName.contains(name)) {
                byName[name] = files.size();
                files.push_back({0, name});
            }
            Traced& file = files[byName[name]];
            file.widest |= static_cast<unsigned>(std::stoul(found[4], nullptr, 8));
        } else if (std::regex_search(line, found, mode)) {
            const auto known = byName.find(found[1]);
            if (known != byName.end())
                files[known->second].widest |= static_cast<unsigned>(std::stoul(found[2], nullptr, 8));
        } else if (std::regex_search(line, found, rename)) {
            const auto known = byName.find(joined(found[1], found[2]));
            if (known == byName.end())
                continue;
            const std::size_t index = known->second;
            byName.erase(known);
            files[index].name = joined(found[3], found[4]);
            byName[files[index].name] = index;
        }
    }
    return files;
}

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// configPath is the only file that may be readable for others: it is the user's, with the user's mode.
std::string configPath(const Service& service) {
    return service.root + (service.id == "aoi" ? "/config/config.yaml" : "/config/streamserver.conf");
}

void addServices() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("set");
    QTest::newRow("streamserver") << "streamserver"
                                  << "good-pem";
    QTest::newRow("streamserver-new") << "streamserver-new"
                                      << "good-der";
    QTest::newRow("aoi") << "aoi"
                         << "good-pkcs12";
}

} // namespace

void TestModes::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestModes::import_underStrace_nothingSecretIsEverWide_data() {
    addServices();
}

void TestModes::import_underStrace_nothingSecretIsEverWide() {
    QFETCH(QString, id);
    QFETCH(QString, set);
    const Service service = m_practice.copy(id.toStdString(), m_folder, id.toStdString() + "-traced");
    const mode_t mask = ::umask(0); // nothing may depend on a kind umask
    for (int round = 1; round <= 2; ++round) {
        const std::string oldConfig = contentOf(configPath(service));
        const std::string log = m_folder.at("strace.log");
        // prctl is answered without being done: a process that forbids dumps hides its paths from strace.
        const Outcome outcome = runProgram(
            "strace",
            together(
                {"-f", "-qq", "-y", "-s", "4096", "-o", log, "-e",
                 "trace=openat,open,creat,openat2,mknodat,fchmod,fchmodat,chmod,rename,renameat,renameat2,"
                 "link,linkat,prctl",
                 "-e", "inject=prctl:retval=0", cliPath()},
                service.import({m_practice.material(set.toStdString())})),
            usualPassword);
        QVERIFY2(outcome.exitCode == 0, (outcome.out + outcome.err).c_str());
        const std::string seen = contentOf(log);
        const std::vector<Traced> files = tracedFiles(seen);
        QVERIFY2(files.size() > 5, seen.c_str());
        for (const Traced& file : files) {
            if (!file.name.starts_with(m_folder.path()))
                continue;
            const bool isConfig = file.name == configPath(service) ||
                                  (contains(file.name, "/history/") && contentOf(file.name) == oldConfig);
            if (!isConfig)
                QVERIFY2((file.widest & 0177U) == 0, file.name.c_str());
        }
        // No other way of making files is in use, so that the search above missed none.
        const std::regex other(" (creat|open|openat2|mknodat|link|linkat|chmod|rename)\\(.*" +
                               m_folder.path());
        QVERIFY(!std::regex_search(seen, other));
    }
    ::umask(mask);
}

void TestModes::import_done_modesAreExact_data() {
    addServices();
}

void TestModes::import_done_modesAreExact() {
    QFETCH(QString, id);
    QFETCH(QString, set);
    const Service service = m_practice.copy(id.toStdString(), m_folder, id.toStdString() + "-exact");
    const mode_t mask = ::umask(0777);
    ::umask(0);
    const Outcome outcome = runCli(service.import({m_practice.material(set.toStdString())}), usualPassword);
    ::umask(mask);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const bool aoi = service.id == "aoi";
    const std::string folder = aoi ? "config/crt" : "sample/mxVision/streamserver/keys";
    const std::string stores = aoi ? "config" : folder;
    const Tree tree = shapeOf(treeOf(service.root));
    QCOMPARE(tree.at(folder), std::string("700 d"));
    for (const char* name : {"ca.crt", "server.crt", "server.key", "ca.crl"})
        QCOMPARE(tree.at(folder + '/' + name), std::string("400 f"));
    for (const char* name : {"kmc.ks", "StandbyKsf.ks"})
        QCOMPARE(tree.at(stores + '/' + name), std::string("400 f"));
    const Tree home = shapeOf(treeOf(service.home));
    if (aoi) {
        QCOMPARE(home.at("aoi_service"), std::string("700 d"));
        QCOMPARE(home.at("aoi_service/key.bak"), std::string("400 f"));
        QCOMPARE(home.at("aoi_service/key.hash"), std::string("400 f"));
    } else {
        QVERIFY(home.empty());
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(service.root + "/.certwright")) {
        const auto mode = static_cast<unsigned>(entry.symlink_status().permissions());
        if (!contains(entry.path().string(), "/file-"))
            QVERIFY2((mode & 0077U) == 0, entry.path().c_str());
    }
}

void TestModes::import_existingFoldersAndConfig_keepTheirModes() {
    const Service service = m_practice.copy("streamserver", m_folder, "kept");
    const std::string config = configPath(service);
    QCOMPARE(::chmod(config.c_str(), 0604), 0);
    const Tree before = shapeOf(treeOf(service.root));
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    const Tree after = shapeOf(treeOf(service.root));
    for (const auto& [path, entry] : before)
        QVERIFY2(after.at(path) == entry, path.c_str());
}

QTEST_GUILESS_MAIN(TestModes)
#include "test_modes.moc"
