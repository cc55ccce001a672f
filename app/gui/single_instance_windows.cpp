// Why: a named pipe is what Windows has for this, and Qt's network library knows how.
#include "app/gui/single_instance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

namespace certwright::gui {

namespace {

constexpr int patience = 500; // milliseconds
constexpr int lockPatience = 3000;

} // namespace

struct SingleInstance::Listener {
    QLocalServer server;
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder) {
    QLockFile starting(settingsFolder + QStringLiteral("/window.lock"));
    starting.tryLock(lockPatience);
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience)) {
        m_handedOver = true;
        return;
    }
    m_listener = std::make_unique<Listener>();
    QLocalServer& server = m_listener->server;
    server.setSocketOptions(QLocalServer::UserAccessOption);
    server.listen(name);
    connect(&server, &QLocalServer::newConnection, this, [this, &server] {
        while (QLocalSocket* caller = server.nextPendingConnection())
            caller->deleteLater();
        Q_EMIT raised();
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui
