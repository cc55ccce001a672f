// Why: the promise about secrets holds for the helper too, and it must not outlive who started it.
#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <QFile>
#include <QTest>

#include "tests/app/kmc/kmc_site.h"
#include "tests/support/run_program.h"

using namespace certwright;
using test::faultOf;
using test::KmcSite;

namespace {

using std::chrono::milliseconds;

constexpr const char* password = "the-password-that-must-not-show";

// ofProcess is empty where the system does not let this account read it.
QByteArray ofProcess(const std::string& process, const char* name) {
    QFile file(QStringLiteral("/proc/%1/%2").arg(QString::fromStdString(process), QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// parentThatHangs is the parent of a helper that waits for ever.
pid_t parentThatHangs(KmcSite& site) {
    const pid_t parent = ::fork();
    if (parent == 0) {
        for (const int signal : {SIGTERM, SIGSEGV}) // without Qt Test's stack traces
            std::signal(signal, SIG_DFL);
        static_cast<void>(site.seal(password));
        ::_exit(0);
    }
    return parent;
}

} // namespace

class TestKmcConfinement : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void helper_whileItWaits_showsNothing();
    void helper_fromInside_hasFewPowers();
    void helper_parentKilled_isGoneWithin2Seconds_data();
    void helper_parentKilled_isGoneWithin2Seconds();
    void helper_startedByHand_ends();
    void helper_parentsDescriptorsAndVariables_areNotThere();
    void helper_rootForAnAccount_isThatAccount();
};

void TestKmcConfinement::helper_whileItWaits_showsNothing() {
    KmcSite site;
    site.behave({{"facts-decrypt", site.facts()}, {"hang-decrypt", ""}});
    site.progress.cancelAt = std::chrono::steady_clock::now() + milliseconds(20000);
    std::thread worker([&site] { static_cast<void>(site.seal(password)); });
    const std::string process = site.fact("pid");
    // It has had the password for a while now.
    const QByteArray words = ofProcess(process, "cmdline");
    const QByteArray variables = ofProcess(process, "environ");
    const QByteArray limits = ofProcess(process, "limits");
    const bool memoryReadable = !test::runsAsRoot() && !ofProcess(process, "maps").isEmpty();
    const int traced = test::runsAsRoot() ? 1 : ::access(("/proc/" + process + "/mem").c_str(), R_OK);
    site.progress.cancelAt = std::chrono::steady_clock::now();
    worker.join();

    QVERIFY(words.endsWith(QByteArray("/certwright-kmc\0", 16)));
    QCOMPARE(words.count('\0'), 1); // no arguments
    QVERIFY(!words.contains(password));
    QVERIFY(!variables.contains(password));
    QVERIFY(!test::runsAsRoot() || variables.contains("LC_ALL=C"));
    QVERIFY(limits.contains("Max core file size        0                    0"));
    QVERIFY(!memoryReadable);
    QVERIFY(test::runsAsRoot() || traced != 0);
}

void TestKmcConfinement::helper_fromInside_hasFewPowers() {
    KmcSite site;
    site.behave({{"facts-encrypt", site.facts()}});
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QCOMPARE(site.fact("core"), std::string("0/0"));
    QCOMPARE(site.fact("dumpable"), std::string("0"));
    QCOMPARE(site.fact("new-privileges"), std::string("1"));
    QCOMPARE(site.fact("death-signal"), std::to_string(SIGKILL));
    QCOMPARE(site.fact("umask"), std::to_string(077));
    QVERIFY(site.fact("cwd").starts_with(site.folder.at("run/certwright-kmc-")));
    QVERIFY(site.folder.read("facts/of.done").find(password) == std::string::npos);
}

void TestKmcConfinement::helper_parentsDescriptorsAndVariables_areNotThere() {
    KmcSite site;
    site.behave({{"facts-init", site.facts()}});
    const std::string open = site.folder.write("open", "x");
    QFile file(QString::fromStdString(open));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(::dup2(file.handle(), 77) == 77); // without close-on-exec
    qputenv("LD_LIBRARY_PATH", "/nowhere");
    qputenv("LD_PRELOAD", "");
    qputenv("CERTWRIGHT_SECRET", "variable");
    const auto sealed = site.seal(password);
    qunsetenv("LD_LIBRARY_PATH");
    qunsetenv("LD_PRELOAD");
    qunsetenv("CERTWRIGHT_SECRET");
    ::close(77);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QCOMPARE(site.fact("descriptors"), std::string("0 1 2 3 4")); // 4 is the file of the facts
    const std::string facts = site.folder.read("facts/of.done");
    QVERIFY(facts.find("LD_") == std::string::npos);
    QVERIFY(facts.find("CERTWRIGHT_SECRET") == std::string::npos);
}

void TestKmcConfinement::helper_parentKilled_isGoneWithin2Seconds_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("ended") << SIGTERM;
    QTest::newRow("crashed") << SIGSEGV;
}

void TestKmcConfinement::helper_parentKilled_isGoneWithin2Seconds() {
    QFETCH(int, signal);
    KmcSite site;
    site.behave({{"facts-init", site.facts()}, {"hang-init", ""}});
    const pid_t parent = parentThatHangs(site);
    QVERIFY(parent > 0);
    const int helper = std::stoi(site.fact("pid"));
    ::kill(parent, signal);
    ::waitpid(parent, nullptr, 0);
    QVERIFY(test::endsSoon(helper));
    // Nobody was left to tidy up; the next one does.
    QVERIFY(!site.leftInRun().empty());
    site.behave({});
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QVERIFY(site.leftInRun().empty());
}

void TestKmcConfinement::helper_startedByHand_ends() {
    KmcSite site;
    const auto outcome =
        test::runProgram(site.setup.helper, {"--help"}, "input", {}, std::chrono::seconds(10));
    QCOMPARE(outcome.ending, test::Ending::Exited);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.empty());
}

// As root for an account: the library gets no power over root, and its semaphore is the account's.
void TestKmcConfinement::helper_rootForAnAccount_isThatAccount() {
    KmcSite site;
    site.behave({{"facts-encrypt", "of"}, {"slow-encrypt", "1"}});
    site.settings.account = base::Owner{65534, 65534};
    if (!test::runsAsRoot()) {
        // Nobody else's account can be taken; the setting changes nothing.
        QCOMPARE(faultOf(site.seal(password)), std::string("none"));
        return;
    }
    for (const char* name : {"", "lib", "facts"})
        QVERIFY(::chmod(site.folder.at(name).c_str(), 0755) == 0);
    QVERIFY(::chown(site.folder.at("facts").c_str(), 65534, 65534) == 0);
    QVERIFY(::chown(site.folder.at("lib").c_str(), 65534, 65534) == 0);
    QVERIFY(::chown(site.library().c_str(), 65534, 65534) == 0);
    site.setup.workFolders = {site.folder.makeFolder("private"), site.folder.makeFolder("run2", 01777)};
    site.behave({{"facts-encrypt", site.facts()}});
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QCOMPARE(site.fact("uid"), std::string("65534/65534"));
    QCOMPARE(site.fact("gid"), std::string("65534"));
    QCOMPARE(site.fact("dumpable"), std::string("0"));
    QCOMPARE(site.fact("death-signal"), std::to_string(SIGKILL));
    QVERIFY(site.fact("cwd").starts_with(site.folder.at("run2/")));
    QVERIFY(site.fileSystem->list(site.folder.at("run2"))->empty());
    // Without the account's name root does not load the account's library.
    site.settings.account = std::nullopt;
    QCOMPARE(faultOf(site.seal(password)), std::string("Unsafe owner"));
}

QTEST_GUILESS_MAIN(TestKmcConfinement)
#include "test_kmc_confinement.moc"
