// Why: one socket file and four system calls; Qt's network library, and all that it needs, would take a tenth
// of the time until the window is there.
#include "app/gui/single_instance.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <QFile>
#include <QSocketNotifier>

#include "app/gui/handed_words.h"
#include "core/files/file_lock.h"

namespace certwright::gui {

namespace {

constexpr auto lockPatience = std::chrono::seconds(3);
constexpr timeval patience{0, 500'000};
constexpr int waitingCallers = 8;

// Socket is a local stream socket, closed at the end.
class Socket {
  public:
    explicit Socket(int number = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
        : m_number(number) {}
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

// call connects to who listens there and says `message`.
Neighbour call(const sockaddr_un& address, const QByteArray& message) {
    const Socket socket;
    ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto* general = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(socket.number(), general, sizeof address) != 0)
        return Neighbour::None;
    if (message.size() > largestMessage)
        return Neighbour::Reached;
    for (qsizetype at = 0; at < message.size();) {
        const auto rest = static_cast<std::size_t>(message.size() - at);
        const ssize_t sent = ::send(socket.number(), message.constData() + at, rest, MSG_NOSIGNAL);
        if (sent <= 0)
            return Neighbour::Reached;
        at += sent;
    }
    return Neighbour::Told;
}

// Caller gathers what one caller says until it lets go; who says too much is not listened to any longer.
class Caller final : public QObject {
  public:
    template <typename Done>
    Caller(int number, QObject* parent, Done done)
        : QObject(parent)
        , m_socket(number)
        , m_notifier(number, QSocketNotifier::Read) {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this, done] {
            if (!read())
                return;
            m_notifier.setEnabled(false);
            deleteLater();
            done(m_message);
        });
    }

  private:
    // read returns whether that was all.
    bool read() {
        std::array<char, 16'384> piece{};
        for (;;) {
            const ssize_t got = ::recv(m_socket.number(), piece.data(), piece.size(), 0);
            if (got < 0)
                return errno != EAGAIN && errno != EINTR;
            m_message.append(piece.data(), got);
            if (got == 0 || m_message.size() > largestMessage)
                return true;
        }
    }

    Socket m_socket;
    QSocketNotifier m_notifier;
    QByteArray m_message;
};

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

    // answer listens to all who called.
    void answer(SingleInstance* owner) const {
        for (;;) {
            const int caller = ::accept4(socket.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            if (caller < 0)
                return;
            new Caller(caller, owner,
                       [owner](const QByteArray& message) { Q_EMIT owner->asked(wordsIn(message)); });
        }
    }
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder, const QStringList& words) {
    const auto starting = files::FileLock::acquire(
        QFile::encodeName(settingsFolder + QStringLiteral("/window.lock")).toStdString(), "window",
        lockPatience);
    const sockaddr_un address = addressOf(QFile::encodeName(name));
    if (address.sun_path[0] == '\0')
        return;
    m_neighbour = call(address, messageOf(words));
    if (m_neighbour != Neighbour::None)
        return;
    m_listener = std::make_unique<Listener>(address);
    if (!m_listener->listening)
        return;
    m_listener->notifier =
        std::make_unique<QSocketNotifier>(m_listener->socket.number(), QSocketNotifier::Read);
    connect(m_listener->notifier.get(), &QSocketNotifier::activated, this,
            [this] { m_listener->answer(this); });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui
