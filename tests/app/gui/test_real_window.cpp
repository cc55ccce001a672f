// Why: the whole of it once as a person has it: a real server, a real window manager, real keys, and the
// command line to say whether the service is whole afterwards.
#include <algorithm>

#include <QTest>

#include "core/job/practice.h"
#include "tests/app/gui/desktop.h"

using namespace certwright;
using test::Account;
using test::Desktop;

namespace {

const std::string program = CERTWRIGHT_GUI;

std::string passwordOf(const std::string& set) {
    const auto& sets = job::practiceSets();
    return std::ranges::find(sets, set, &job::PracticeSet::id)->password;
}

// pressUntil presses keys again and again until the title starts with `title`: a page may still be at work.
bool pressUntil(Desktop& desktop, const std::string& keys, const QString& title) {
    for (int attempt = 0; attempt < 40; ++attempt) {
        if (desktop.title().startsWith(title))
            return true;
        desktop.key(keys);
        QTest::qWait(500);
    }
    return desktop.waitForTitle(title);
}

} // namespace

class TestRealWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void practice_importedByKeysAlone_leavesAWholeService();
    void help_f1AndEscape_comesAndGoes();
    void start_second_raisesTheMinimizedWindow();
    void start_secondWithFiles_bringsThemToTheWindow();
};

void TestRealWindow::practice_importedByKeysAlone_leavesAWholeService() {
    Account account;
    Desktop desktop(account);
    QVERIFY(desktop.ready());
    test::Running window;
    const std::string folder = account.path("home/practice");
    QVERIFY(account.start(window, program, {"--practice", folder}));
    QVERIFY2(desktop.waitForTitle(QStringLiteral("Choose the service")), qPrintable(desktop.title()));
    QVERIFY2(pressUntil(desktop, "alt+n", QStringLiteral("Choose the files")), qPrintable(desktop.title()));
    QVERIFY2(pressUntil(desktop, "alt+n", QStringLiteral("Enter the password")), qPrintable(desktop.title()));
    desktop.type(passwordOf("good-pem"));
    desktop.key("Return");
    QVERIFY2(desktop.waitForTitle(QStringLiteral("Check")), qPrintable(desktop.title()));
    desktop.key("Tab");
    desktop.key("shift+Tab");
    QVERIFY2(pressUntil(desktop, "alt+n", QStringLiteral("Preview")), qPrintable(desktop.title()));
    QVERIFY2(pressUntil(desktop, "alt+i", QStringLiteral("Done")), qPrintable(desktop.title()));
    const auto verified = account.run(
        CERTWRIGHT_CLI, {"verify", "--service", "streamserver", "--root", folder + "/services/streamserver"});
    QVERIFY2(verified.exitCode == 0, verified.out.c_str());
    desktop.key("ctrl+q");
    QVERIFY(window.waitForFinished(20000));
    QCOMPARE(window.exitCode(), 0);
}

void TestRealWindow::help_f1AndEscape_comesAndGoes() {
    Account account;
    Desktop desktop(account);
    QVERIFY(desktop.ready());
    test::Running window;
    QVERIFY(account.start(window, program, {}));
    QVERIFY(desktop.waitForTitle(QStringLiteral("Certwright")));
    desktop.key("F1");
    QVERIFY2(desktop.waitForTitle(QStringLiteral("Certwright help")), qPrintable(desktop.title()));
    desktop.key("Escape");
    QVERIFY(QTest::qWaitFor([&] { return desktop.title() == QStringLiteral("Certwright"); }, 20000));
}

void TestRealWindow::start_second_raisesTheMinimizedWindow() {
    Account account;
    Desktop desktop(account);
    QVERIFY(desktop.ready());
    test::Running window;
    QVERIFY(account.start(window, program, {}));
    QVERIFY(desktop.waitForTitle(QStringLiteral("Certwright")));
    desktop.minimize();
    QVERIFY(QTest::qWaitFor([&] { return desktop.title().isEmpty(); }, 20000));
    QCOMPARE(account.run(program, {}).exitCode, 0);
    QVERIFY(desktop.waitForTitle(QStringLiteral("Certwright")));
    QCOMPARE(window.state(), QProcess::Running);
}

void TestRealWindow::start_secondWithFiles_bringsThemToTheWindow() {
    Account account;
    Desktop desktop(account);
    QVERIFY(desktop.ready());
    test::Running window;
    QVERIFY(account.start(window, program, {}));
    QVERIFY(desktop.waitForTitle(QStringLiteral("Certwright")));
    const test::Outcome second = account.run(program, {account.path("home/证书.pem")});
    QCOMPARE(second.exitCode, 0);
    QVERIFY2(second.out.empty(), second.out.c_str());
    QVERIFY2(desktop.waitForTitle(QStringLiteral("Choose the service")), qPrintable(desktop.title()));
    QCOMPARE(window.state(), QProcess::Running);
}

QTEST_GUILESS_MAIN(TestRealWindow)
#include "test_real_window.moc"
