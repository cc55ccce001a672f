// Why: a fault that is not injected would make every all-or-nothing test pass for nothing.
#include <QTest>

#include "tests/support/fault_file_system.h"
#include "tests/support/run_program.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::test;
using base::ErrorCode;

class TestSupport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void failAt_nthOperation_onlyThatOneFails();
    void failFrom_nthOperation_allLaterFail();
    void failPath_eitherPathOfReplace_fails();
    void counted_writesOnly_readsAreFree();
    void cutPower_atWrite_leavesWhatWasDone_data();
    void cutPower_atWrite_leavesWhatWasDone();
    void cutPower_afterwards_nothingReachesTheDisk();
    void pretend_infoAndSelf_areSaid();
    void random_sameSeed_sameOctets();
    void random_runDry_fails();
    void temporaryFolder_lockedContent_isRemoved();
    void runProgram_streamsAndStatus_areReturned();
    void runProgram_hangs_isKilled();
    void runProgram_missing_isNotStarted();
    void runProgram_killed_saysTheSignal();
};

void TestSupport::failAt_nthOperation_onlyThatOneFails() {
    const TemporaryFolder folder;
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    faulty.failAt(2, ErrorCode::DiskFull);
    QVERIFY(faulty.writeNew(folder.at("a"), {}, 0600, {}));
    const auto second = faulty.writeNew(folder.at("b"), {}, 0600, {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::DiskFull);
    QCOMPARE(second.error().subject, folder.at("b"));
    QVERIFY(faulty.writeNew(folder.at("c"), {}, 0600, {}));
    QVERIFY(!folder.exists("b"));
    QCOMPARE(faulty.operations(), 3);
    QCOMPARE(faulty.calls().at(1), "writeNew " + folder.at("b"));
}

void TestSupport::failFrom_nthOperation_allLaterFail() {
    const TemporaryFolder folder;
    folder.write("a", "x");
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    faulty.failFrom(2, ErrorCode::InputOutput);
    QVERIFY(faulty.stat(folder.at("a"), files::Links::Refuse));
    QVERIFY(!faulty.remove(folder.at("a")));
    QVERIFY(!faulty.list(folder.path()));
    QVERIFY(!faulty.resolve(folder.path()));
    QVERIFY(!faulty.freeSpace(folder.path()));
    QVERIFY(!faulty.setMode(folder.at("a"), 0400));
    QVERIFY(!faulty.makeFolder(folder.at("d"), 0700, {}));
    QVERIFY(!faulty.removeFolder(folder.at("d")));
    QVERIFY(!faulty.syncFolder(folder.path()));
    QVERIFY(!faulty.read(folder.at("a"), 10, files::Links::Refuse));
    QVERIFY(folder.exists("a"));
    faulty.disarm();
    QCOMPARE(faulty.operations(), 0);
    QVERIFY(faulty.remove(folder.at("a")));
}

void TestSupport::failPath_eitherPathOfReplace_fails() {
    const TemporaryFolder folder;
    folder.write("a", "x");
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    faulty.failPath(folder.at("b"), ErrorCode::DiskFull);
    QVERIFY(!faulty.replace(folder.at("a"), folder.at("b")));
    QVERIFY(faulty.replace(folder.at("a"), folder.at("c")));
    QVERIFY(!faulty.replace(folder.at("b"), folder.at("d")));
    QVERIFY(folder.exists("c"));
}

void TestSupport::counted_writesOnly_readsAreFree() {
    const TemporaryFolder folder;
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local, Counted::Writes);
    faulty.failAt(1, ErrorCode::DiskFull);
    QVERIFY(faulty.list(folder.path()));
    QVERIFY(!faulty.writeNew(folder.at("a"), {}, 0600, {}));
    QVERIFY(faulty.list(folder.path()));
    QCOMPARE(faulty.operations(), 1);
}

void TestSupport::cutPower_atWrite_leavesWhatWasDone_data() {
    QTest::addColumn<int>("cut");
    QTest::addColumn<bool>("there");
    QTest::addColumn<std::string>("content");
    QTest::newRow("before") << static_cast<int>(Cut::Before) << false << std::string();
    QTest::newRow("halfway") << static_cast<int>(Cut::Halfway) << true << std::string("ab");
    QTest::newRow("after") << static_cast<int>(Cut::After) << true << std::string("abcd");
}

void TestSupport::cutPower_atWrite_leavesWhatWasDone() {
    QFETCH(int, cut);
    QFETCH(bool, there);
    QFETCH(std::string, content);
    const TemporaryFolder folder;
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    faulty.cutPowerAt(1, static_cast<Cut>(cut));
    QVERIFY_EXCEPTION_THROWN(
        static_cast<void>(faulty.writeNew(folder.at("a"), base::viewOf("abcd"), 0400, {})), PowerCut);
    QCOMPARE(folder.exists("a"), there);
    QCOMPARE(folder.modeOf("a"), there ? 0400U : 0U);
    QCOMPARE(folder.read("a"), content);
}

void TestSupport::cutPower_afterwards_nothingReachesTheDisk() {
    const TemporaryFolder folder;
    folder.write("a", "x");
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    faulty.cutPowerAt(1, Cut::After);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(faulty.replace(folder.at("a"), folder.at("b"))), PowerCut);
    QVERIFY(folder.exists("b"));
    QVERIFY(!faulty.remove(folder.at("b")));
    QVERIFY(!faulty.writeNew(folder.at("c"), {}, 0600, {}));
    QVERIFY(folder.exists("b"));
    QVERIFY(!folder.exists("c"));
    faulty.disarm();
    QVERIFY(faulty.remove(folder.at("b")));
}

void TestSupport::pretend_infoAndSelf_areSaid() {
    const auto local = files::localFileSystem();
    FaultFileSystem faulty(*local);
    base::FileInfo info;
    info.owner = {4711, 4712};
    faulty.pretend("/nowhere/at/all", info);
    faulty.pretendSelf({1, 2});
    faulty.pretendFreeSpace(3);
    QCOMPARE(faulty.stat("/nowhere/at/all", files::Links::Refuse)->owner.user, 4711U);
    QCOMPARE(faulty.self().group, 2U);
    QCOMPARE(*faulty.freeSpace("/nowhere"), 3U);
    QCOMPARE(faulty.accountName(4294967290U), std::string("4294967290"));
}

void TestSupport::random_sameSeed_sameOctets() {
    base::Bytes first(40);
    base::Bytes second(40);
    QVERIFY(SeededRandom(7).fill(first));
    QVERIFY(SeededRandom(7).fill(second));
    QVERIFY(first == second);
    QVERIFY(SeededRandom(8).fill(second));
    QVERIFY(first != second);
    QVERIFY(SeededRandom(7).number(10) < 10);
}

void TestSupport::random_runDry_fails() {
    SeededRandom random;
    base::Bytes octets(4);
    random.runDryAfter(1);
    QVERIFY(random.fill(octets));
    const auto second = random.fill(octets);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::CryptoFailed);
}

void TestSupport::temporaryFolder_lockedContent_isRemoved() {
    std::string path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        QCOMPARE(folder.modeOf(""), 0700U);
        folder.write("deep/er/file", "x", 0400);
        folder.makeFolder("shut", 0000);
        QCOMPARE(folder.modeOf("deep"), 0700U);
        QCOMPARE(folder.modeOf("deep/er/file"), 0400U);
        QCOMPARE(folder.modeOf("shut"), 0U);
        QCOMPARE(folder.read("deep/er/file"), std::string("x"));
        QVERIFY(!folder.exists("none"));
    }
    QVERIFY(!QFileInfo::exists(QString::fromStdString(path)));
}

void TestSupport::runProgram_streamsAndStatus_areReturned() {
    const Outcome outcome = runProgram("sh", {"-c", "cat; echo $GREETING$HOME >&2; exit 3"}, "typed",
                                       {{"GREETING", "hi"}, {"HOME", ""}});
    QCOMPARE(outcome.ending, Ending::Exited);
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(outcome.out, std::string("typed"));
    QCOMPARE(outcome.err, std::string("hi\n"));
}

void TestSupport::runProgram_hangs_isKilled() {
    const Outcome outcome = runProgram("sleep", {"60"}, {}, {}, std::chrono::milliseconds(100));
    QCOMPARE(outcome.ending, Ending::TimedOut);
    QCOMPARE(outcome.exitCode, -1);
}

void TestSupport::runProgram_missing_isNotStarted() {
    QCOMPARE(runProgram("/no/such/program", {}).ending, Ending::NotStarted);
}

void TestSupport::runProgram_killed_saysTheSignal() {
    const Outcome outcome = runProgram("sh", {"-c", "kill -9 $$"});
    QCOMPARE(outcome.ending, Ending::Killed);
    QCOMPARE(outcome.signal, 9);
}

QTEST_GUILESS_MAIN(TestSupport)
#include "test_support.moc"
