// Why: see single_instance.h.
#include "app/gui/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace certwright::gui {

namespace {

constexpr int patience = 500; // milliseconds

QString nameFor(const QString& settingsFolder) {
    const auto hash = QCryptographicHash::hash(settingsFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("certwright-") + QString::fromLatin1(hash.left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString& settingsFolder) {
    const QString name = nameFor(settingsFolder);
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience)) {
        m_handedOver = true;
        return;
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    // A socket whose program was killed is still in the way.
    if (!m_server.listen(name)) {
        QLocalServer::removeServer(name);
        m_server.listen(name);
    }
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection())
            caller->deleteLater();
        Q_EMIT raised();
    });
}

} // namespace certwright::gui
