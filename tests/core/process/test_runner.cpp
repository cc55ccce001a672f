// Why: services' own programs are run while a change is half done; what hangs, floods or forks must not hang,
// flood or outlive the change.
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

#include <QTest>

#include "core/process/process.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using process::Ended;
using process::Program;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// CancelAfter is cancelled from a moment on.
class CancelAfter final : public base::Progress {
  public:
    explicit CancelAfter(milliseconds patience)
        : m_at(Clock::now() + patience) {}
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return Clock::now() >= m_at; }

  private:
    Clock::time_point m_at;
};

base::Result<Ended> run(const Program& program) {
    base::SilentProgress progress;
    return process::systemRunner()->run(program, progress);
}

base::Result<Ended> shell(const std::string& script, milliseconds limit = milliseconds(20000)) {
    return run({{"sh", "-c", script}, {}, limit});
}

qint64 since(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start).count();
}

// gone tells whether no process has the number written in `file`, within 2 s.
bool gone(const test::TemporaryFolder& folder, const char* file) {
    const pid_t process = std::stoi(folder.read(file));
    for (int i = 0; i < 200; ++i) {
        if (::kill(process, 0) != 0)
            return true;
        std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
}

} // namespace

class TestRunner : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void run_anyEnd_isReported_data();
    void run_anyEnd_isReported();
    void run_wordsWithBlanksAndQuotes_arriveUnchanged();
    void run_folderAndEnvironment_areAsPromised();
    void run_openDescriptors_areNotInherited();
    void run_missingProgram_saysSo_data();
    void run_missingProgram_saysSo();
    void run_unusableWords_areRefused();
    void run_muchOutput_keepsTheEnd();
    void run_endlessOutput_meetsTheLimit();
    void run_hanging_isEndedAtTheLimit_data();
    void run_hanging_isEndedAtTheLimit();
    void run_cancelled_endsSoonWithAllItStarted();
    void run_leftBehindChild_endsWithIt();
    void run_fromManyThreads_keepsOutputsApart();
    void run_ignoredChildSignal_stillTellsTheStatus();
};

void TestRunner::run_anyEnd_isReported_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("output");
    QTest::newRow("good") << "echo out; echo err >&2; echo out" << 0 << 0 << "out\nerr\nout\n";
    QTest::newRow("refusal") << "echo no; exit 3" << 3 << 0 << "no\n";
    QTest::newRow("silent") << "exit 255" << 255 << 0 << "";
    QTest::newRow("killed") << "echo so; kill -9 $$" << 0 << SIGKILL << "so\n";
    QTest::newRow("aborted") << "kill -6 $$" << 0 << SIGABRT << "";
    QTest::newRow("outputs closed") << "echo a; exec >&- 2>&-; sleep 0.3; exit 4" << 4 << 0 << "a\n";
    QTest::newRow("input is empty") << "cat; echo end" << 0 << 0 << "end\n";
}

void TestRunner::run_anyEnd_isReported() {
    QFETCH(QString, script);
    const auto ended = shell(script.toStdString());
    QVERIFY(ended.has_value());
    QTEST(ended->status, "status");
    QTEST(ended->signal, "signal");
    QTEST(QString::fromStdString(ended->output), "output");
}

void TestRunner::run_wordsWithBlanksAndQuotes_arriveUnchanged() {
    const auto ended = run({{"printf", "%s|", "a b", "", "$HOME `id` \"'", "\\", "证书", "*"}});
    QVERIFY(ended.has_value());
    QCOMPARE(QString::fromStdString(ended->output), QStringLiteral("a b||$HOME `id` \"'|\\|证书|*|"));
}

void TestRunner::run_folderAndEnvironment_areAsPromised() {
    test::TemporaryFolder folder;
    qputenv("LC_ALL", "zh_CN.UTF-8");
    qputenv("LANGUAGE", "zh");
    qputenv("CERTWRIGHT_TEST", "kept");
    const auto ended = run({{"sh", "-c", "pwd; echo $LC_ALL/$LANGUAGE/$CERTWRIGHT_TEST"}, folder.path()});
    qunsetenv("LC_ALL");
    qunsetenv("LANGUAGE");
    QVERIFY(ended.has_value());
    QCOMPARE(ended->output, folder.path() + "\nC//kept\n");

    const auto nowhere = run({{"sh", "-c", "pwd"}, folder.at("missing")});
    QVERIFY(!nowhere.has_value());
    QCOMPARE(nowhere.error().code, base::ErrorCode::FileNotFound);
    QCOMPARE(nowhere.error().subject, folder.at("missing"));
}

void TestRunner::run_openDescriptors_areNotInherited() {
    const int open = ::open("/dev/null", O_RDONLY); // without close-on-exec, as libraries leave them
    QVERIFY(::dup2(open, 57) == 57);
    const auto ended = shell("ls /proc/$$/fd | tr '\\n' ' '");
    ::close(open);
    ::close(57);
    QVERIFY(ended.has_value());
    QCOMPARE(QString::fromStdString(ended->output), QStringLiteral("0 1 2 "));
}

void TestRunner::run_missingProgram_saysSo_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("no such name") << "certwright-no-such-program";
    QTest::newRow("no such path") << "/nowhere/at/all";
    QTest::newRow("a folder") << "/tmp";
    QTest::newRow("no program") << "/etc/passwd";
}

void TestRunner::run_missingProgram_saysSo() {
    QFETCH(QString, program);
    const auto ended = run({{program.toStdString()}});
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::ProgramMissing);
    QCOMPARE(ended.error().subject, program.toStdString());
}

void TestRunner::run_unusableWords_areRefused() {
    for (const Program& program : {Program{}, Program{{""}}, Program{{"echo", std::string("a\0b", 3)}}}) {
        const auto ended = run(program);
        QVERIFY(!ended.has_value());
        QCOMPARE(ended.error().code, base::ErrorCode::InvalidArgument);
    }
}

void TestRunner::run_muchOutput_keepsTheEnd() {
    Program program{{"sh", "-c", "seq 1 400000; echo the end"}};
    program.maximumOutput = 1000;
    const auto ended = run(program);
    QVERIFY(ended.has_value());
    QCOMPARE(ended->output.size(), std::size_t{1000});
    QVERIFY(ended->output.ends_with("400000\nthe end\n"));
}

void TestRunner::run_endlessOutput_meetsTheLimit() {
    const auto start = Clock::now();
    const auto ended = run({{"yes"}, {}, milliseconds(400)});
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::TimedOut);
    QVERIFY2(since(start) < 5000, qPrintable(QString::number(since(start))));
}

void TestRunner::run_hanging_isEndedAtTheLimit_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("mostMilliseconds");
    QTest::newRow("polite") << "echo $$ >pid; exec sleep 60" << 3000;
    QTest::newRow("deaf to SIGTERM") << "trap '' TERM; echo $$ >pid; while :; do sleep 1; done" << 5000;
    QTest::newRow("stopped") << "echo $$ >pid; kill -STOP $$; sleep 60" << 5000;
    QTest::newRow("tidies up") << "trap 'echo tidy >done; exit 1' TERM; echo $$ >pid; sleep 60 & wait"
                               << 5000;
}

void TestRunner::run_hanging_isEndedAtTheLimit() {
    QFETCH(QString, script);
    QFETCH(int, mostMilliseconds);
    test::TemporaryFolder folder;
    const auto start = Clock::now();
    const auto ended = run({{"sh", "-c", script.toStdString()}, folder.path(), milliseconds(300)});
    const qint64 took = since(start);
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::TimedOut);
    QVERIFY2(took >= 300 && took < mostMilliseconds, qPrintable(QString::number(took)));
    QVERIFY(gone(folder, "pid"));
    QCOMPARE(folder.exists("done"), QByteArray(QTest::currentDataTag()) == "tidies up");
}

void TestRunner::run_cancelled_endsSoonWithAllItStarted() {
    test::TemporaryFolder folder;
    CancelAfter progress(milliseconds(300));
    const auto start = Clock::now();
    const Program program{{"sh", "-c", "sh -c 'sleep 60 & echo $! >grandchild; wait' & echo $! >child; wait"},
                          folder.path()};
    const auto ended = process::systemRunner()->run(program, progress);
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::Cancelled);
    QVERIFY2(since(start) < 5000, qPrintable(QString::number(since(start))));
    QVERIFY(gone(folder, "child"));
    QVERIFY(gone(folder, "grandchild"));
}

// The child holds the pipe open; waiting for its end would be waiting for a minute.
void TestRunner::run_leftBehindChild_endsWithIt() {
    test::TemporaryFolder folder;
    const auto start = Clock::now();
    const auto ended = run({{"sh", "-c", "sleep 60 & echo $! >child; echo done"}, folder.path()});
    QVERIFY(ended.has_value());
    QCOMPARE(ended->output, std::string("done\n"));
    QVERIFY2(since(start) < 5000, qPrintable(QString::number(since(start))));
    QVERIFY(gone(folder, "child"));
}

void TestRunner::run_fromManyThreads_keepsOutputsApart() {
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([i, &good] {
            const std::string word = std::to_string(i);
            for (int n = 0; n < 5; ++n)
                if (const auto ended = shell("echo " + word + "; exit " + word))
                    good += ended->output == word + "\n" && ended->status == i ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 40);
}

// As some launchers leave it; a refusal must not come out as success.
void TestRunner::run_ignoredChildSignal_stillTellsTheStatus() {
    std::signal(SIGCHLD, SIG_IGN);
    const auto ended = shell("exit 3");
    QVERIFY(ended.has_value());
    QCOMPARE(ended->status, 3);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "test_runner.moc"
