// Why: an importer that asks for a password at the terminal gets it there, and nobody else does.
#include <csignal>
#include <thread>

#include <QTest>

#include "core/process/terminal.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using process::Dialogue;
using process::Ended;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr const char* password = "p\xc3\xa4ss w\xc3\xb6rd $HOME `id` \"'\\";

base::Result<Ended> ask(const std::string& script, const std::string& answer = password,
                        milliseconds limit = milliseconds(20000), const std::string& folder = {}) {
    base::SilentProgress progress;
    const Dialogue dialogue{{{"bash", "-c", script}, folder, limit},
                            {"MX_SDK_HOME=/copy", "HOME=/copy/home"}};
    return process::runAtTerminal(dialogue, secret::SecretBytes::copyOf(base::viewOf(answer)), progress,
                                  secret::SecretAccess::grant());
}

} // namespace

class TestTerminal : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void run_passwordPrompt_isAnswered_data();
    void run_passwordPrompt_isAnswered();
    void run_password_isNowhereElse();
    void run_questionThatIsNoPassword_isNotAnswered();
    void run_wrongAnswers_endAfterTheSecond();
    void run_noPrompt_isLeftAlone();
    void run_variables_comeBeforeOurs();
    void run_answerWithControls_isRefused();
    void run_hanging_endsWithItsChildren();
    void run_missingProgram_saysSo();
};

void TestTerminal::run_passwordPrompt_isAnswered_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("echo off, standard input") << "read -rs -p 'Key: ' a; echo; printf '%s' \"$a\" >got";
    QTest::newRow("echo off, the terminal itself")
        << "read -rs -p 'Key: ' a </dev/tty 2>/dev/tty; echo; printf '%s' \"$a\" >got";
    QTest::newRow("python's getpass")
        << "python3 -c 'import getpass,sys; sys.stdout.buffer.write(getpass.getpass(\"Enter: "
           "\").encode(\"utf-8\",\"surrogateescape\"))' >got";
    QTest::newRow("echo on, names a password")
        << "printf 'Please enter password: '; read -r a; printf '%s' \"$a\" >got";
    QTest::newRow("twice") << "read -rs -p 'Key: ' b; echo; read -rs -p 'Again: ' a; echo; [ \"$a\" = \"$b\" "
                              "] && printf '%s' \"$a\" >got";
    QTest::newRow("after a long silence")
        << "echo Starting; sleep 0.6; read -rs -p 'Key: ' a; printf '%s' \"$a\" >got";
}

void TestTerminal::run_passwordPrompt_isAnswered() {
    QFETCH(QString, script);
    test::TemporaryFolder folder;
    const auto ended = ask(script.toStdString(), password, milliseconds(20000), folder.path());
    QVERIFY2(ended.has_value(), ended ? "" : ended.error().detail.c_str());
    QCOMPARE(ended->status, 0);
    QCOMPARE(folder.read("got"), std::string(password));
    QVERIFY(ended->output.find(password) == std::string::npos);
    QVERIFY(ended->output.find('\r') == std::string::npos);
}

void TestTerminal::run_password_isNowhereElse() {
    test::TemporaryFolder folder;
    const auto ended =
        ask("read -rs -p 'Key: ' a; echo \"it was: $a\"; unset a;"
            "tr '\\0' ' ' </proc/$$/cmdline; tr '\\0' ' ' </proc/$$/environ; exec ls -1 /proc/self/fd",
            password, milliseconds(20000), folder.path());
    QVERIFY(ended.has_value());
    QVERIFY(ended->output.find(password) == std::string::npos);
    QVERIFY(ended->output.find("it was: ****") != std::string::npos); // what it prints itself is blanked
    QVERIFY(ended->output.ends_with("0\n1\n2\n3\n"));                 // the last is its folder
}

void TestTerminal::run_questionThatIsNoPassword_isNotAnswered() {
    const auto ended =
        ask("printf 'Overwrite? [y/n] '; read -r a; printf '%s' \"$a\" >got", password, milliseconds(1000));
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::TimedOut);
}

void TestTerminal::run_wrongAnswers_endAfterTheSecond() {
    const auto start = Clock::now();
    const auto ended = ask("while :; do read -rs -p 'Wrong. Password: ' a; echo; done");
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::ProgramFailed);
    QVERIFY(Clock::now() - start < std::chrono::seconds(10));
}

void TestTerminal::run_noPrompt_isLeftAlone() {
    const auto ended = ask("echo usage; exit 2");
    QVERIFY(ended.has_value());
    QCOMPARE(ended->status, 2);
    QCOMPARE(ended->output, std::string("usage\n"));
}

void TestTerminal::run_variables_comeBeforeOurs() {
    qputenv("MX_SDK_HOME", "/real");
    const auto ended =
        ask("env | grep -c MX_SDK_HOME; echo $MX_SDK_HOME $HOME $LC_ALL; tty >/dev/null && echo terminal");
    qunsetenv("MX_SDK_HOME");
    QVERIFY(ended.has_value());
    QCOMPARE(ended->output, std::string("1\n/copy /copy/home C\nterminal\n"));
}

void TestTerminal::run_answerWithControls_isRefused() {
    for (const char* answer : {"a\nb", "\x03", "a\x7f", "tab\t"}) {
        const auto ended = ask("read -rs a", answer);
        QVERIFY(!ended.has_value());
        QCOMPARE(ended.error().code, base::ErrorCode::InvalidArgument);
    }
}

void TestTerminal::run_hanging_endsWithItsChildren() {
    test::TemporaryFolder folder;
    const auto ended = ask("sleep 60 & echo $! >child; read -rs -p 'Key: ' a; sleep 60", password,
                           milliseconds(1500), folder.path());
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::TimedOut);
    const int child = std::stoi(folder.read("child"));
    bool gone = false;
    for (int i = 0; i < 200 && !gone; ++i) {
        gone = ::kill(child, 0) != 0;
        std::this_thread::sleep_for(milliseconds(10));
    }
    QVERIFY(gone);
}

void TestTerminal::run_missingProgram_saysSo() {
    base::SilentProgress progress;
    const auto ended =
        process::runAtTerminal({{{"/nowhere/CertImport"}}, {}}, {}, progress, secret::SecretAccess::grant());
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().code, base::ErrorCode::ProgramMissing);
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "test_terminal.moc"
