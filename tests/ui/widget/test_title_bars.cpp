// Why: a white frame around a dark window is what people see first; every window of the program is told, not
// only the first.
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <map>

#include "ui/widget/title_bars.h"

using namespace certwright;

class TestTitleBars : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_told.clear(); }
    void window_shown_isToldOfTheTheme();
    void theme_changed_everyWindowIsTold();
    void window_noFrame_isLeftAlone();
    void systemFrame_realWindow_takesIt();

  private:
    widget::DarkenFrame teller() {
        return [this](const QWidget& window, bool dark) { m_told[&window] = dark; };
    }

    std::map<const QWidget*, bool> m_told;
};

void TestTitleBars::window_shown_isToldOfTheTheme() {
    const widget::TitleBars bars(true, teller());
    QWidget window;
    QDialog dialog(&window);
    window.show();
    dialog.show();
    QVERIFY(m_told.at(&window));
    QVERIFY(m_told.at(&dialog));
}

void TestTitleBars::theme_changed_everyWindowIsTold() {
    widget::TitleBars bars(true, teller());
    QWidget window;
    window.show();
    QWidget hidden; // nothing that the system knows yet
    bars.setDark(false);
    QVERIFY(!m_told.at(&window));
    QVERIFY(!m_told.contains(&hidden));
    hidden.show();
    QVERIFY(!m_told.at(&hidden));
    bars.setDark(true);
    QVERIFY(m_told.at(&window) && m_told.at(&hidden));
}

void TestTitleBars::window_noFrame_isLeftAlone() {
    const widget::TitleBars bars(true, teller());
    QWidget window;
    QLabel within(QStringLiteral("text"), &window);
    QMenu menu(&window);
    menu.addAction(QStringLiteral("action"));
    window.show();
    menu.popup({});
    QVERIFY(!m_told.contains(&within));
    QVERIFY(!m_told.contains(&menu));
    QVERIFY(m_told.contains(&window));
}

// Whatever system this is: it neither fails nor harms the window.
void TestTitleBars::systemFrame_realWindow_takesIt() {
    widget::TitleBars bars(true, widget::systemFrame());
    QWidget window;
    window.show();
    bars.setDark(false);
    QVERIFY(window.isVisible());
}

QTEST_MAIN(TestTitleBars)
#include "test_title_bars.moc"
