// Why: one socket file and four system calls; Qt's network library, and all that it needs, would take a tenth
// of the time until the window is there.
#include "app/gui/single_instance.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <QFile>
#include <QSocketNotifier>

#include "core/files/file_lock.h"

namespace certwright::gui {

namespace {

constexpr auto lockPatience = std::chrono::seconds(3);
constexpr timeval patience{0, 500'000};
constexpr int waitingCallers = 8;

// Socket is a local stream socket, closed at the end.
class Socket {
  public:
    Socket()
        : m_number(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }

  private:
    int m_number;
};

// addressOf fails, with a path of no octets, where the name is longer than an address may be.
sockaddr_un addressOf(const QByteArray& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) < sizeof address.sun_path)
        std::copy(path.begin(), path.end(), static_cast<char*>(address.sun_path));
    return address;
}

bool called(const sockaddr_un& address) {
    const Socket socket;
    ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto* general = reinterpret_cast<const sockaddr*>(&address);
    return ::connect(socket.number(), general, sizeof address) == 0;
}

bool isSocket(const char* path) {
    struct stat info {};
    return ::lstat(path, &info) == 0 && S_ISSOCK(info.st_mode);
}

} // namespace

struct SingleInstance::Listener {
    Socket socket;
    sockaddr_un address;
    bool listening = false;
    std::unique_ptr<QSocketNotifier> notifier;

    explicit Listener(const sockaddr_un& where)
        : address(where) {
        const auto* path = static_cast<const char*>(address.sun_path);
        // A socket whose program was killed is still in the way.
        if (isSocket(path))
            ::unlink(path);
        const auto* general = reinterpret_cast<const sockaddr*>(&address);
        listening = ::fcntl(socket.number(), F_SETFL, O_NONBLOCK) == 0 &&
                    ::fchmod(socket.number(), 0600) == 0 &&
                    ::bind(socket.number(), general, sizeof address) == 0 &&
                    ::listen(socket.number(), waitingCallers) == 0;
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() {
        notifier.reset();
        if (listening)
            ::unlink(static_cast<const char*>(address.sun_path));
    }

    // answer lets go of all who called: that they called is all they had to say.
    void answer() const {
        for (int caller = 0; caller >= 0;) {
            caller = ::accept4(socket.number(), nullptr, nullptr, SOCK_CLOEXEC);
            if (caller >= 0)
                ::close(caller);
        }
    }
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder) {
    const auto starting = files::FileLock::acquire(
        QFile::encodeName(settingsFolder + QStringLiteral("/window.lock")).toStdString(), "window",
        lockPatience);
    const sockaddr_un address = addressOf(QFile::encodeName(name));
    if (address.sun_path[0] == '\0')
        return;
    m_handedOver = called(address);
    if (m_handedOver)
        return;
    m_listener = std::make_unique<Listener>(address);
    if (!m_listener->listening)
        return;
    m_listener->notifier =
        std::make_unique<QSocketNotifier>(m_listener->socket.number(), QSocketNotifier::Read);
    connect(m_listener->notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_listener->answer();
        Q_EMIT raised();
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui
