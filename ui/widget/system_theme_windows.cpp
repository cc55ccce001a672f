// Why: Windows keeps the choice in the registry (AppsUseLightTheme), and tells whoever asks that it has
// changed.
#include "ui/widget/system_theme.h"

#include <optional>

#include <windows.h>

#include <QWinEventNotifier>

namespace certwright::widget {

namespace {

constexpr const wchar_t* place = L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

// Watcher holds the registry's key open, and its event.
class Watcher final : public QObject {
  public:
    Watcher(QObject* owner, std::function<void(bool)> changed)
        : QObject(owner)
        , m_changed(std::move(changed))
        , m_event(CreateEventW(nullptr, FALSE, FALSE, nullptr)) {
        if (RegCreateKeyExW(HKEY_CURRENT_USER, place, 0, nullptr, 0, KEY_NOTIFY | KEY_QUERY_VALUE, nullptr,
                            &m_key, nullptr) != ERROR_SUCCESS)
            m_key = nullptr;
        m_notifier.setHandle(m_event);
        QObject::connect(&m_notifier, &QWinEventNotifier::activated, this, &Watcher::look);
        m_notifier.setEnabled(m_event != nullptr);
        look();
    }
    ~Watcher() override {
        m_notifier.setEnabled(false);
        if (m_key != nullptr)
            RegCloseKey(m_key);
        if (m_event != nullptr)
            CloseHandle(m_event);
    }

    // look asks to be told once more, and then looks: what changes in between is not missed.
    void look() {
        if (m_key == nullptr)
            return;
        RegNotifyChangeKeyValue(m_key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, m_event, TRUE);
        DWORD light = 1;
        DWORD size = sizeof light;
        if (RegGetValueW(m_key, nullptr, L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr, &light, &size) !=
            ERROR_SUCCESS)
            return;
        const bool dark = light == 0;
        if (m_dark != dark)
            m_changed(dark);
        m_dark = dark;
    }

  private:
    std::function<void(bool)> m_changed;
    HANDLE m_event;
    HKEY m_key = nullptr;
    QWinEventNotifier m_notifier;
    std::optional<bool> m_dark;
};

} // namespace

void watchSystemTheme(QObject* owner, std::function<void(bool dark)> changed) {
    new Watcher(owner, std::move(changed));
}

} // namespace certwright::widget
