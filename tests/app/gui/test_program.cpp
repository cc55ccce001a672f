// Why: what the program says before there is a window, and that there is only one of it.
#include <QTest>

#include "tests/app/gui/account.h"

using namespace certwright;
using test::Account;
using test::Outcome;

namespace {

const std::string program = CERTWRIGHT_GUI;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void help_asked_worksWithoutADisplay();
    void version_asked_isPrinted();
    void arguments_wrong_endWithTwo();
    void display_missing_isOneSentence_data();
    void display_missing_isOneSentence();
    void start_second_handsOverAndEnds();
    void start_withTooManyWords_isToldThatItWasNotDone();
    void start_afterAKill_isTheFirstAgain();
    void start_otherAccount_hasItsOwnWindow();
    void folders_ofTheProgram_areXdgAndPrivate();
};

void TestProgram::help_asked_worksWithoutADisplay() {
    const Account account;
    const Outcome english = account.run(program, {"--help"});
    QCOMPARE(english.exitCode, 0);
    QVERIFY(has(english.out, "--practice") && english.err.empty());
    const Outcome chinese = account.run(program, {"--help", "--lang", "zh"});
    QCOMPARE(chinese.exitCode, 0);
    QVERIFY(has(chinese.out, "用法") && has(chinese.out, "--practice"));
}

void TestProgram::version_asked_isPrinted() {
    const Outcome outcome = Account().run(program, {"--version"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.starts_with("certwright "));
}

void TestProgram::arguments_wrong_endWithTwo() {
    const Outcome outcome = Account().run(program, {"--password", "x"});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.out.empty() && has(outcome.err, "certwright --help"));
}

void TestProgram::display_missing_isOneSentence_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("word");
    QTest::newRow("none") << "C.UTF-8"
                          << ""
                          << "display";
    QTest::newRow("none, Chinese") << "zh_CN.UTF-8"
                                   << ""
                                   << "图形会话";
    QTest::newRow("nobody there") << "C.UTF-8"
                                  << ":987"
                                  << "display";
}

void TestProgram::display_missing_isOneSentence() {
    QFETCH(QString, locale);
    QFETCH(QString, display);
    QFETCH(QString, word);
    Account account;
    account.set("LC_ALL", locale.toStdString());
    account.set("DISPLAY", display.toStdString());
    const Outcome outcome = account.run(program, {});
    QCOMPARE(outcome.ending, test::Ending::Exited);
    QCOMPARE(outcome.exitCode, 3);
    const QString said = QString::fromStdString(outcome.err);
    QVERIFY2(said.contains(word), qPrintable(said));
    QCOMPARE(said.count(QLatin1Char('\n')), 1);
    QVERIFY(outcome.out.empty());
}

void TestProgram::start_second_handsOverAndEnds() {
    Account account;
    account.set("QT_QPA_PLATFORM", "offscreen");
    test::Running first;
    QVERIFY(account.start(first, program, {}));
    QTRY_COMPARE_WITH_TIMEOUT(
        account.run("sh", {"-c", "ls \"$XDG_RUNTIME_DIR\" | grep -c '^certwright-'"}).out, "1\n", 20000);
    const Outcome second = account.run(program, {});
    QCOMPARE(second.exitCode, 0);
    QVERIFY(second.out.empty());
    // What somebody wants is done by the window that is there.
    const Outcome third = account.run(program, {"--practice", account.path("p")});
    QCOMPARE(third.exitCode, 0);
    QVERIFY2(third.out.empty() && third.err.empty(), third.out.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(account.folder().exists("p/README.md"), 20000);
    QCOMPARE(first.state(), QProcess::Running);
}

void TestProgram::start_withTooManyWords_isToldThatItWasNotDone() {
    Account account;
    account.set("QT_QPA_PLATFORM", "offscreen");
    test::Running first;
    QVERIFY(account.start(first, program, {}));
    QTRY_COMPARE_WITH_TIMEOUT(
        account.run("sh", {"-c", "ls \"$XDG_RUNTIME_DIR\" | grep -c '^certwright-'"}).out, "1\n", 20000);
    // More than a mebioctet, each word within what the system passes on.
    const std::vector<std::string> many(12, "/" + std::string(100'000, 'x'));
    const Outcome second = account.run(program, many);
    QCOMPARE(second.exitCode, 0);
    QVERIFY(has(second.out, "open already"));
    QCOMPARE(account.run(program, {}).exitCode, 0);
    QCOMPARE(first.state(), QProcess::Running);
}

void TestProgram::start_afterAKill_isTheFirstAgain() {
    Account account;
    account.set("QT_QPA_PLATFORM", "offscreen");
    {
        test::Running first;
        QVERIFY(account.start(first, program, {}));
        QTRY_COMPARE_WITH_TIMEOUT(
            account.run("sh", {"-c", "ls \"$XDG_RUNTIME_DIR\" | grep -c '^certwright-'"}).out, "1\n", 20000);
        first.kill();
        QVERIFY(first.waitForFinished());
    }
    test::Running again;
    QVERIFY(account.start(again, program, {}));
    QVERIFY(!again.waitForFinished(2000));
    QCOMPARE(again.state(), QProcess::Running);
    QCOMPARE(account.run(program, {}).exitCode, 0);
}

void TestProgram::start_otherAccount_hasItsOwnWindow() {
    Account one;
    Account other;
    for (Account* account : {&one, &other}) {
        account->set("QT_QPA_PLATFORM", "offscreen");
        // As where the session gives no runtime folder.
        account->set("XDG_RUNTIME_DIR", "");
    }
    test::Running first;
    test::Running second;
    QVERIFY(one.start(first, program, {}));
    QTRY_VERIFY_WITH_TIMEOUT(one.folder().exists("home/.config/certwright/window.socket"), 20000);
    QVERIFY(other.start(second, program, {}));
    QTRY_VERIFY_WITH_TIMEOUT(other.folder().exists("home/.config/certwright/window.socket"), 20000);
    QCOMPARE(first.state(), QProcess::Running);
    QCOMPARE(second.state(), QProcess::Running);
}

void TestProgram::folders_ofTheProgram_areXdgAndPrivate() {
    Account account;
    account.set("QT_QPA_PLATFORM", "offscreen");
    account.set("XDG_CONFIG_HOME", account.path("home/settings"));
    account.set("XDG_RUNTIME_DIR", "");
    test::Running first;
    QVERIFY(account.start(first, program, {}));
    QTRY_VERIFY_WITH_TIMEOUT(account.folder().exists("home/settings/certwright/window.socket"), 20000);
    QCOMPARE(account.folder().modeOf("home/settings/certwright") & 0777, 0700);
    QCOMPARE(account.folder().modeOf("home/settings/certwright/window.socket") & 077, 0);
    QVERIFY(!account.folder().exists("home/.config"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
