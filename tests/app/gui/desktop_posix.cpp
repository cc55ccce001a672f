// Why: see desktop.h.
#include "tests/app/gui/desktop.h"

#include <QTest>

namespace certwright::test {

namespace {

constexpr int patience = 20000; // milliseconds

} // namespace

Desktop::Desktop(Account& account)
    : m_account(account) {
    // The server looks for a free display itself, and says which. It would begin anew, without the window
    // manager, when its last client leaves, which may be one of our questions.
    if (!account.start(m_server, "Xvfb",
                       {"-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"}))
        return;
    QByteArray display;
    while (!display.endsWith('\n') && m_server.waitForReadyRead(patience))
        display += m_server.readAllStandardOutput();
    if (display.trimmed().isEmpty())
        return;
    account.set("DISPLAY", ":" + display.trimmed().toStdString());
    account.set("QT_QPA_PLATFORM", "xcb");
    if (!account.start(m_manager, "openbox", {"--sm-disable"}))
        return;
    m_ready = QTest::qWaitFor(
        [&] {
            const Outcome asked = account.run("xdotool", {"get_desktop"});
            return asked.exitCode == 0 && !asked.out.empty();
        },
        patience);
}

void Desktop::key(const std::string& keys) {
    m_account.run("xdotool", {"key", "--clearmodifiers", keys});
}

void Desktop::type(const std::string& text) {
    m_account.run("xdotool", {"type", "--delay", "30", text});
}

QString Desktop::title() {
    const Outcome outcome = m_account.run("xdotool", {"getactivewindow", "getwindowname"});
    return outcome.exitCode == 0 ? QString::fromStdString(outcome.out).trimmed() : QString();
}

bool Desktop::waitForTitle(const QString& start) {
    return QTest::qWaitFor([&] { return title().startsWith(start); }, patience);
}

void Desktop::minimize() {
    m_account.run("xdotool", {"getactivewindow", "windowminimize"});
}

} // namespace certwright::test
