// Why: a person at a terminal types a password unseen, may mistype it twice, may change their mind, and
// always gets the terminal back as it was.
#include <QTest>

#include <fstream>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/terminal_session.h"

using namespace certwright::test;

class TestTerminal : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void password_right_isAskedOnceUnseen();
    void password_wrongOnce_isAskedAgain();
    void password_wrongThreeTimes_endsBlocked();
    void password_interrupted_restoresEchoAndExits130_data();
    void password_interrupted_restoresEchoAndExits130();
    void password_inChinese_isTaken();
    void password_onDescriptor_asksNothing();
    void question_answered_decides_data();
    void question_answered_decides();
    void question_interrupted_changesNothing();
    void config_changedWhileAsked_isRefused();
    void colours_onlyAtATerminal();
    void unlock_toATerminal_isRefused();

  private:
    std::vector<std::string> command(const std::string& verb, const Arguments& more = {}) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    Service m_service;
    Tree m_before;
    int m_number = 0;
};

void TestTerminal::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestTerminal::init() {
    m_service = m_practice.copy("streamserver", m_folder, "service" + std::to_string(++m_number));
    m_before = treeOf(m_service.root);
}

std::vector<std::string> TestTerminal::command(const std::string& verb, const Arguments& more) const {
    return together(together(together({cliPath()}, m_service.verb(verb)), more),
                    {m_practice.material("good-pem")});
}

void TestTerminal::password_right_isAskedOnceUnseen() {
    TerminalSession session(command("check"));
    QVERIFY(session.terminal().expect("server.key: "));
    QVERIFY(!session.terminal().echoes());
    session.terminal().type(usualPassword + "\n");
    QCOMPARE(session.finish(), 0);
    QVERIFY(session.terminal().echoes());
    const std::string seen = session.terminal().seen();
    const std::size_t prompt = seen.find("server.key: ");
    QVERIFY2(seen.compare(prompt + 12, usualPassword.size(), usualPassword) != 0, seen.c_str());
    QVERIFY(seen.find("server.key: ", prompt + 1) == std::string::npos);
}

void TestTerminal::password_wrongOnce_isAskedAgain() {
    TerminalSession session(command("check", {"--lang", "zh"}));
    QVERIFY(session.terminal().expect("server.key"));
    session.terminal().type("Wrong-4711\n");
    QVERIFY(session.terminal().expect("2"));
    session.terminal().type(usualPassword + "\n");
    QCOMPARE(session.finish(), 0);
    QVERIFY(!contains(session.terminal().seen(), "Wrong-4711"));
}

void TestTerminal::password_wrongThreeTimes_endsBlocked() {
    TerminalSession session(command("import", {"--yes"}));
    QVERIFY(session.terminal().expect("server.key: "));
    session.terminal().type("one\n");
    QVERIFY(session.terminal().expect("(try 2): "));
    session.terminal().type("\n");
    QVERIFY(session.terminal().expect("(try 3): "));
    session.terminal().type("three\n");
    QCOMPARE(session.finish(), 1);
    QVERIFY(!contains(session.terminal().seen(), "(try 4)"));
    QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
}

void TestTerminal::password_interrupted_restoresEchoAndExits130_data() {
    QTest::addColumn<QString>("keys");
    QTest::newRow("Ctrl-C") << "\x03";
    QTest::newRow("Ctrl-C after some letters") << "abc\x03";
    QTest::newRow("Ctrl-D") << "\x04";
}

void TestTerminal::password_interrupted_restoresEchoAndExits130() {
    QFETCH(QString, keys);
    TerminalSession session(command("import", {"--yes"}));
    QVERIFY(session.terminal().expect("server.key: "));
    QVERIFY(!session.terminal().echoes());
    session.terminal().type(keys.toStdString());
    QCOMPARE(session.finish(), 130);
    QVERIFY(session.terminal().echoes());
    QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
}

void TestTerminal::password_inChinese_isTaken() {
    TerminalSession session(
        together(together({cliPath()}, m_service.verb("check")), {m_practice.material("chinese")}));
    QVERIFY(session.terminal().expect("服务器私钥.key: "));
    session.terminal().type("练习密码2026\n");
    QCOMPARE(session.finish(), 0);
    QVERIFY(!contains(session.terminal().seen(), "练习密码2026"));
}

void TestTerminal::password_onDescriptor_asksNothing() {
    const auto words = command("check", {"--password-fd", "3"});
    std::string line;
    for (const std::string& word : words)
        line += '\'' + word + "' ";
    TerminalSession session({"sh", "-c", "printf practice | { exec 3<&0 </dev/tty; exec " + line + "; }"});
    QCOMPARE(session.finish(), 0);
    QVERIFY(!contains(session.terminal().seen(), "server.key: "));
}

void TestTerminal::question_answered_decides_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("yes");
    QTest::newRow("y") << "en"
                       << "y" << true;
    QTest::newRow("yes") << "en"
                         << "yes" << true;
    QTest::newRow("是") << "zh"
                        << "是" << true;
    QTest::newRow("n") << "en"
                       << "n" << false;
    QTest::newRow("nothing") << "en"
                             << "" << false;
    QTest::newRow("something else") << "zh"
                                    << "yessir" << false;
}

void TestTerminal::question_answered_decides() {
    QFETCH(QString, language);
    QFETCH(QString, answer);
    QFETCH(bool, yes);
    TerminalSession session(command("import", {"--lang", language.toStdString()}));
    QVERIFY(session.terminal().expect("server.key"));
    session.terminal().type(usualPassword + "\n");
    QVERIFY(session.terminal().expect("[y/N] "));
    const std::string shown = session.terminal().seen();
    QVERIFY2(contains(shown, "server_key_mm"), "the plan stands above the question");
    QVERIFY(session.terminal().echoes());
    QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
    session.terminal().type(answer.toStdString() + "\n");
    QCOMPARE(session.finish(), yes ? 0 : 130);
    QCOMPARE(treeOf(m_service.root) != m_before, yes);
    if (yes)
        QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestTerminal::question_interrupted_changesNothing() {
    for (const char* keys : {"\x03", "\x04"}) {
        TerminalSession session(command("import"));
        QVERIFY(session.terminal().expect("server.key: "));
        session.terminal().type(usualPassword + "\n");
        QVERIFY(session.terminal().expect("[y/N] "));
        session.terminal().type(keys);
        QCOMPARE(session.finish(), 130);
        QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
    }
}

void TestTerminal::config_changedWhileAsked_isRefused() {
    TerminalSession session(command("import"));
    QVERIFY(session.terminal().expect("server.key: "));
    session.terminal().type(usualPassword + "\n");
    QVERIFY(session.terminal().expect("[y/N] "));
    std::ofstream(m_service.root + "/config/streamserver.conf", std::ios::app) << "\nadded=1";
    m_before = treeOf(m_service.root);
    session.terminal().type("y\n");
    QCOMPARE(session.finish(), 3);
    QVERIFY(contains(session.terminal().seen(), "streamserver.conf"));
    QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
}

void TestTerminal::colours_onlyAtATerminal() {
    const auto unencrypted = together(m_service.verb("check"), {m_practice.material("unencrypted-key")});
    TerminalSession coloured(together({cliPath()}, unencrypted));
    QCOMPARE(coloured.finish(), 0);
    QVERIFY(contains(coloured.terminal().seen(), "\x1b["));
    TerminalSession plain(together({"env", "NO_COLOR=1", cliPath()}, unencrypted));
    QCOMPARE(plain.finish(), 0);
    QVERIFY(!contains(plain.terminal().seen(), "\x1b["));
    TerminalSession object(together(together({cliPath()}, unencrypted), {"--json"}));
    QCOMPARE(object.finish(), 0);
    QVERIFY(!contains(object.terminal().seen(), "\x1b["));
    QVERIFY(!contains(runCli(unencrypted).out, "\x1b["));
}

void TestTerminal::unlock_toATerminal_isRefused() {
    QCOMPARE(runCli(m_service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    for (const char* descriptor : {"0", "1", "2"}) {
        TerminalSession session(
            together(together({cliPath()}, m_service.verb("unlock")), {"--fd", descriptor}));
        QCOMPARE(session.finish(), 3);
    }
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "test_terminal.moc"
