// Why: desktops on Linux answer through the settings portal (org.freedesktop.portal.Settings, key
// color-scheme: 1 prefers dark, 2 light).
#include "ui/widget/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace certwright::widget {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto space = QStringLiteral("org.freedesktop.appearance");
const auto key = QStringLiteral("color-scheme");
constexpr uint prefersDark = 1;

// Listener gets the portal's signal, which Qt delivers to slots only.
class Listener final : public QObject {
    Q_OBJECT

  public:
    Listener(QObject* owner, std::function<void(bool)> changed)
        : QObject(owner)
        , m_changed(std::move(changed)) {}

    void answer(const QVariant& value) {
        // The older call wraps the value twice.
        QVariant inner = value;
        while (inner.canConvert<QDBusVariant>())
            inner = inner.value<QDBusVariant>().variant();
        bool ok = false;
        const uint scheme = inner.toUInt(&ok);
        if (ok)
            m_changed(scheme == prefersDark);
    }

  public Q_SLOTS:
    void settingChanged(const QString& changedSpace, const QString& changedKey, const QDBusVariant& value) {
        if (changedSpace == space && changedKey == key)
            answer(value.variant());
    }

  private:
    std::function<void(bool)> m_changed;
};

} // namespace

void watchSystemTheme(QObject* owner, std::function<void(bool dark)> changed) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto* listener = new Listener(owner, std::move(changed));
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), listener,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << space << key;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), listener);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, listener,
                     [listener](QDBusPendingCallWatcher* finished) {
                         const QDBusPendingReply<QDBusVariant> reply = *finished;
                         if (!reply.isError())
                             listener->answer(reply.value().variant());
                         finished->deleteLater();
                     });
}

} // namespace certwright::widget

#include "system_theme_posix.moc"
