// Why: Windows says in the registry whether it is dark, and says so again when that changes.
#include <QTest>
#include <optional>

#include <windows.h>

#include "ui/widget/system_theme.h"

using namespace certwright;

namespace {

constexpr auto place = LR"(Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)";
constexpr auto name = L"AppsUseLightTheme";

std::optional<DWORD> setting() {
    DWORD value = 0;
    DWORD size = sizeof value;
    const LSTATUS found =
        RegGetValueW(HKEY_CURRENT_USER, place, name, RRF_RT_REG_DWORD, nullptr, &value, &size);
    return found == ERROR_SUCCESS ? std::optional(value) : std::nullopt;
}

void set(DWORD light) {
    RegSetKeyValueW(HKEY_CURRENT_USER, place, name, REG_DWORD, &light, sizeof light);
}

} // namespace

class TestWindowsTheme : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { m_before = setting(); }
    void cleanupTestCase() {
        if (m_before)
            set(*m_before);
        else
            RegDeleteKeyValueW(HKEY_CURRENT_USER, place, name);
    }
    void watch_settingThere_isToldAtOnce();
    void watch_settingChanged_isToldAgain();
    void watch_ownerGone_isToldNoMore();

  private:
    std::optional<DWORD> m_before;
};

void TestWindowsTheme::watch_settingThere_isToldAtOnce() {
    set(0);
    QObject owner;
    std::optional<bool> dark;
    widget::watchSystemTheme(&owner, [&](bool now) { dark = now; });
    QVERIFY(dark == true);
}

void TestWindowsTheme::watch_settingChanged_isToldAgain() {
    set(1);
    QObject owner;
    QList<bool> told;
    widget::watchSystemTheme(&owner, [&](bool now) { told << now; });
    set(0);
    QTRY_COMPARE(told, (QList<bool>{false, true}));
    set(0); // nothing has changed
    set(1);
    QTRY_COMPARE(told, (QList<bool>{false, true, false}));
}

void TestWindowsTheme::watch_ownerGone_isToldNoMore() {
    set(1);
    int told = 0;
    {
        QObject owner;
        widget::watchSystemTheme(&owner, [&](bool) { ++told; });
    }
    set(0);
    QTest::qWait(200);
    QCOMPARE(told, 1);
}

QTEST_GUILESS_MAIN(TestWindowsTheme)
#include "test_windows_theme.moc"
