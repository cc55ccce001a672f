// Why: a library that crashes, hangs, lies or floods costs the person a sentence and nothing else: no key, no
// password, no file left behind, no process.
#include <csignal>
#include <map>
#include <thread>

#include <QTest>

#include "app/host/program_folder.h"
#include "tests/app/kmc/kmc_site.h"

using namespace certwright;
using test::faultOf;
using test::KmcSite;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using Lines = std::map<std::string, std::string>;

constexpr const char* password = "the-password-that-must-not-show";

qint64 since(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start).count();
}

void row(const char* name, const Lines& lines, const char* fault, int number = 0) {
    QString text;
    for (const auto& [word, argument] : lines)
        text += QString::fromStdString(word + "=" + argument + ";");
    QTest::newRow(name) << text << fault << number;
}

Lines linesOf(const QString& text) {
    Lines lines;
    for (const QString& line : text.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        lines[line.section(QLatin1Char('='), 0, 0).toStdString()] =
            line.section(QLatin1Char('='), 1).toStdString();
    return lines;
}

bool mentions(const vault::VendorFault& fault, const std::string& text) {
    return (fault.path + fault.name + fault.found + fault.expected).find(text) != std::string::npos;
}

} // namespace

class TestKmcMisbehaviour : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void seal_badLibrary_isItsOwnFault_data();
    void seal_badLibrary_isItsOwnFault();
    void seal_hangingLibrary_meetsTheLimit_data();
    void seal_hangingLibrary_meetsTheLimit();
    void seal_cancelled_endsWithinATenthOfASecond_data();
    void seal_cancelled_endsWithinATenthOfASecond();
    void seal_refusalWithLog_carriesItsEndWithoutControls();
    void seal_goodLibraryWithBadManners_stillWorks_data();
    void seal_goodLibraryWithBadManners_stillWorks();
    void seal_markedStoreLosesItsMark_isGarbage();
    void seal_silentHelper_isGivenUpBeforeTheLimit();
    void seal_ignoredChildSignal_stillTellsTheCrash();
    void helper_missingOrForeign_isSaid();
    void workFolder_ofTheSystem_isTidiedUp();
    void workFolder_noneUsable_isSaid();
    void workFolder_leftByKilledProcess_isWipedByTheNext();
};

void TestKmcMisbehaviour::seal_badLibrary_isItsOwnFault_data() {
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("number");
    row("crash while loading", {{"crash-load", "6"}}, "Crashed loading", SIGABRT);
    row("crash in initialise", {{"crash-init", "11"}}, "Crashed initialise", SIGSEGV);
    row("crash in encrypt", {{"crash-encrypt", "11"}}, "Crashed encrypt", SIGSEGV);
    row("crash in decrypt", {{"crash-decrypt", "8"}}, "Crashed decrypt", SIGFPE);
    row("crash in finalise", {{"crash-finalize", "6"}}, "Crashed finalise", SIGABRT);
    row("killed", {{"crash-init", "9"}}, "Crashed initialise", SIGKILL);
    row("exits", {{"exit-init", "3"}}, "Crashed initialise", 0);
    row("exits as if all were well", {{"exit-encrypt", "0"}}, "Crashed encrypt", 0);
    row("closes the connection", {{"close-init", ""}}, "Crashed initialise", 0);
    row("dies with a child that holds it", {{"fork-init", ""}, {"crash-init", "6"}}, "Crashed initialise",
        SIGABRT);
    row("writes a huge file", {{"big-init", ""}}, "Crashed initialise", SIGXFSZ);
    row("garbage in the connection", {{"garbage-init", ""}}, "Garbage protocol");
    row("refuses to initialise", {{"status-init", "17"}}, "Failed KeInitialize", 17);
    row("refuses to encrypt", {{"status-encrypt", "-5"}}, "Failed KeEncryptByDomain", -5);
    row("refuses to decrypt", {{"status-decrypt", "2147483647"}}, "Failed KeDecryptByDomain", 2147483647);
    row("refuses to finalise", {{"status-finalize", "4"}}, "Failed KeFinalize", 4);
    row("wrong round trip", {{"wrong-round-trip", ""}}, "Garbage round-trip");
    row("no text", {{"null-text", ""}}, "Garbage text");
    row("length 0", {{"length", "0"}}, "Garbage text");
    row("length below 0", {{"length", "-1"}}, "Garbage text", -1);
    row("length of two gigabytes", {{"length", "2147483647"}}, "Garbage text", 2147483647);
    row("no key stores", {{"no-stores", ""}}, "Garbage stores");
    row("one key store", {{"one-store", ""}}, "Garbage stores");
    row("empty standby", {{"empty-standby", ""}}, "Garbage stores");
    // What it returns opens again, so that only the text itself is wrong.
    for (const char* text : {"a b", "a#b", "a%b", "a\"b", "a'b", "a`b", "a\tb", "caf\xc3\xa9", "\x7f"})
        row(text, {{"text", text}, {"opens-to", password}}, "Garbage text");
    row("401 characters", {{"long-text", "401"}, {"opens-to", password}}, "Garbage text");
    row("400 characters", {{"long-text", "400"}, {"opens-to", password}}, "none");
    row("4096 characters", {{"long-text", "4096"}, {"opens-to", password}}, "Garbage text");
    row("a megabyte", {{"long-text", "1000000"}, {"opens-to", password}}, "Garbage text", 1000000);
    row("opens to nothing", {{"text", "KMC"}, {"opens-to", ""}}, "Garbage round-trip");
}

void TestKmcMisbehaviour::seal_badLibrary_isItsOwnFault() {
    QFETCH(QString, lines);
    QFETCH(QString, fault);
    QFETCH(int, number);
    KmcSite site;
    site.behave(linesOf(lines));
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), fault.toStdString());
    QVERIFY(site.leftInRun().empty());
    QCOMPARE(site.fileSystem->list(site.folder.at("keys"))->size(), std::size_t{0});
    if (sealed)
        return;
    if (sealed.error().kind != vault::VendorFaultKind::Garbage)
        QCOMPARE(sealed.error().number, std::int64_t{number});
    QCOMPARE(sealed.error().path, site.library());
    QVERIFY(!mentions(sealed.error(), password));
}

void TestKmcMisbehaviour::seal_hangingLibrary_meetsTheLimit_data() {
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("number");
    row("hangs while loading", {{"hang-load", ""}}, "TimedOut loading");
    row("hangs in initialise", {{"hang-init", ""}}, "TimedOut initialise");
    row("hangs in encrypt", {{"hang-encrypt", ""}}, "TimedOut encrypt");
    row("hangs in finalise", {{"hang-finalize", ""}}, "TimedOut finalise");
    row("stops itself", {{"stop-init", ""}}, "TimedOut initialise");
    row("prints for ever", {{"print-init", ""}}, "TimedOut initialise");
    row("logs for ever", {{"log-encrypt", ""}}, "TimedOut encrypt");
    row("forges heartbeats for ever", {{"flood-init", ""}}, "TimedOut initialise");
}

void TestKmcMisbehaviour::seal_hangingLibrary_meetsTheLimit() {
    QFETCH(QString, lines);
    QFETCH(QString, fault);
    KmcSite site;
    Lines wanted = linesOf(lines);
    wanted["facts-load"] = site.facts();
    site.behave(wanted);
    site.setup.limits.whole = milliseconds(1500);
    const auto start = Clock::now();
    const auto sealed = site.seal(password);
    QVERIFY2(since(start) < 6000, qPrintable(QString::number(since(start))));
    // A flood of forged messages may also tear one of the real ones.
    const bool torn = site.folder.exists("facts/of.done") && faultOf(sealed) == "Garbage protocol" &&
                      wanted.contains("flood-init");
    if (!torn)
        QCOMPARE(faultOf(sealed), fault.toStdString());
    QVERIFY(test::endsSoon(std::stoi(site.fact("pid"))));
    QVERIFY(site.leftInRun().empty());
}

void TestKmcMisbehaviour::seal_cancelled_endsWithinATenthOfASecond_data() {
    QTest::addColumn<QString>("place");
    for (const char* place : {"load", "init", "encrypt", "decrypt", "finalize"})
        QTest::newRow(place) << place;
}

void TestKmcMisbehaviour::seal_cancelled_endsWithinATenthOfASecond() {
    QFETCH(QString, place);
    KmcSite site;
    site.behave({{"hang-" + place.toStdString(), ""}, {"facts-load", site.facts()}});
    site.progress.cancelAt = Clock::now() + milliseconds(700);
    const auto sealed = site.seal(password);
    const qint64 late = since(site.progress.cancelAt);
    QVERIFY(!sealed.has_value());
    QCOMPARE(sealed.error().kind, vault::VendorFaultKind::Cancelled);
    // 100 ms on a computer that has time; here others may be building.
    QVERIFY2(late < 1000, qPrintable(QString::number(late)));
    QVERIFY(test::endsSoon(std::stoi(site.fact("pid"))));
    QVERIFY(site.leftInRun().empty());
}

void TestKmcMisbehaviour::seal_refusalWithLog_carriesItsEndWithoutControls() {
    KmcSite site;
    site.behave({{"log-init", "5000"}, {"status-init", "1"}});
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Failed KeInitialize"));
    const std::string& log = sealed.error().found;
    QVERIFY(log.find("log line  [31m4999") != std::string::npos);
    QVERIFY(log.find('\x1b') == std::string::npos);
    QVERIFY(log.size() < 2000);
    // Once it knows the secret, nothing that it logs is taken.
    site.behave({{"status-decrypt", "1"}}); // this one logs the password when it encrypts
    const auto careless = site.seal(password);
    QCOMPARE(faultOf(careless), std::string("Failed KeDecryptByDomain"));
    QVERIFY(!mentions(careless.error(), password));
}

void TestKmcMisbehaviour::seal_goodLibraryWithBadManners_stillWorks_data() {
    QTest::addColumn<QString>("lines");
    QTest::newRow("leaves files, folders, links and pipes") << "clutter-finalize=";
    QTest::newRow("starts a process that stays") << "fork-init=";
    QTest::newRow("takes its time") << "slow-load=300;slow-finalize=300";
}

void TestKmcMisbehaviour::seal_goodLibraryWithBadManners_stillWorks() {
    QFETCH(QString, lines);
    KmcSite site;
    site.behave(linesOf(lines));
    const auto start = Clock::now();
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QVERIFY(since(start) < 5000);
    QVERIFY(site.leftInRun().empty());
    QVERIFY(QFile::exists(QStringLiteral("/etc/passwd"))); // that the link pointed to
}

void TestKmcMisbehaviour::seal_markedStoreLosesItsMark_isGarbage() {
    KmcSite site;
    const auto first = site.seal(password);
    QVERIFY(first.has_value());
    site.behave({{"unmarked-stores", ""}});
    QCOMPARE(faultOf(site.seal(password, first->stores)), std::string("Garbage stores"));
}

// A library that waits leaves the helper alive and heard; a stopped helper is dead to us.
void TestKmcMisbehaviour::seal_silentHelper_isGivenUpBeforeTheLimit() {
    KmcSite site;
    site.behave({{"stop-encrypt", ""}});
    site.setup.limits.silence = milliseconds(1500);
    const auto start = Clock::now();
    QCOMPARE(faultOf(site.seal(password)), std::string("TimedOut encrypt"));
    QVERIFY2(since(start) < 10000, qPrintable(QString::number(since(start))));
}

void TestKmcMisbehaviour::seal_ignoredChildSignal_stillTellsTheCrash() {
    std::signal(SIGCHLD, SIG_IGN);
    KmcSite site;
    site.behave({{"crash-init", "6"}});
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Crashed initialise"));
    QCOMPARE(sealed.error().number, std::int64_t{SIGABRT});
}

void TestKmcMisbehaviour::workFolder_ofTheSystem_isTidiedUp() {
    KmcSite site;
    site.behave({{"facts-encrypt", site.facts()}});
    site.setup.workFolders = host::workFolders();
    QVERIFY(!site.setup.workFolders.empty());
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    const std::string folder = site.fact("cwd");
    QVERIFY(folder.find("/certwright-kmc-") != std::string::npos);
    QVERIFY(!site.fileSystem->stat(folder, files::Links::Refuse));
    QVERIFY(!site.fileSystem->stat(folder + ".lock", files::Links::Refuse));
}

void TestKmcMisbehaviour::helper_missingOrForeign_isSaid() {
    KmcSite site;
    site.setup.helper = site.folder.at("bin/certwright-kmc");
    const auto missing = site.seal(password);
    QCOMPARE(faultOf(missing), std::string("HelperMissing"));
    QCOMPARE(missing.error().path, site.setup.helper);
    // A helper that is none has no processor to compare with, and is never started on a guess.
    site.folder.write("bin/certwright-kmc", "#!/bin/sh\nsleep 60\n", 0755);
    QVERIFY(!site.seal(password).has_value());
    QVERIFY(site.leftInRun().empty());
}

void TestKmcMisbehaviour::workFolder_noneUsable_isSaid() {
    KmcSite site;
    site.setup.workFolders = {site.folder.at("nowhere"), site.folder.makeFolder("open", 0777)};
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("System disk.input-output"));
    // The next in the list is taken where the first will not do.
    site.setup.workFolders.push_back(site.folder.at("run"));
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QVERIFY(site.fileSystem->list(site.folder.at("open"))->empty());
}

void TestKmcMisbehaviour::workFolder_leftByKilledProcess_isWipedByTheNext() {
    KmcSite site;
    site.folder.write("run/certwright-kmc-1.lock", "certwright");
    site.folder.write("run/certwright-kmc-1/kmc.ks", "key material", 0400);
    site.folder.write("run/certwright-kmc-2/kmc.ks", "another's, no lock of ours");
    site.folder.write("run/other", "other");
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QCOMPARE(site.leftInRun(), (std::vector<std::string>{"certwright-kmc-2", "other"}));
}

QTEST_GUILESS_MAIN(TestKmcMisbehaviour)
#include "test_kmc_misbehaviour.moc"
