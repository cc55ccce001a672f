// Why: see single_instance.h.
#include "app/gui/single_instance.h"

#include <QLocalSocket>
#include <QLockFile>

namespace certwright::gui {

namespace {

constexpr int patience = 500; // milliseconds
constexpr int lockPatience = 3000;

} // namespace

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder) {
    QLockFile starting(settingsFolder + QStringLiteral("/window.lock"));
    starting.tryLock(lockPatience);
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience)) {
        m_handedOver = true;
        return;
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    // A socket whose program was killed is still in the way.
    QLocalServer::removeServer(name);
    m_server.listen(name);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection())
            caller->deleteLater();
        Q_EMIT raised();
    });
}

} // namespace certwright::gui
