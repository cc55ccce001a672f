// Why: a named pipe is what Windows has for this, and Qt's network library knows how.
#include "app/gui/single_instance.h"

#include <windows.h>

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

#include "app/gui/handed_words.h"

namespace certwright::gui {

namespace {

constexpr int patience = 500; // milliseconds
constexpr int lockPatience = 3000;
// A window that is just being opened does not listen yet.
constexpr int listenPatience = 10'000;

// tell returns whether all of it was taken.
bool tell(QLocalSocket& other, const QByteArray& message) {
    if (message.size() > largestMessage || other.write(message) != message.size())
        return false;
    while (other.bytesToWrite() > 0)
        if (!other.waitForBytesWritten(listenPatience))
            return false;
    return true;
}

} // namespace

struct SingleInstance::Listener {
    QLocalServer server;
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder, const QStringList& words) {
    QLockFile starting(settingsFolder + QStringLiteral("/window.lock"));
    starting.tryLock(lockPatience);
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience)) {
        // Only who was started by the person may bring a window to the front, or pass that on.
        AllowSetForegroundWindow(ASFW_ANY);
        m_neighbour = tell(other, messageOf(words)) ? Neighbour::Told : Neighbour::Reached;
        other.disconnectFromServer();
        return;
    }
    m_listener = std::make_unique<Listener>();
    QLocalServer& server = m_listener->server;
    server.setSocketOptions(QLocalServer::UserAccessOption);
    server.listen(name);
    connect(&server, &QLocalServer::newConnection, this, [this, &server] {
        while (QLocalSocket* caller = server.nextPendingConnection()) {
            caller->setReadBufferSize(largestMessage + 1);
            connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
                caller->deleteLater();
                Q_EMIT asked(wordsIn(caller->readAll()));
            });
        }
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui
