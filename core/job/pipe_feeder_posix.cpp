// Why: see pipe_feeder.h. A pipe is opened for writing without waiting, which succeeds only while a reader
// has it open; what was opened is looked at before one octet goes in.
#include "core/job/pipe_feeder.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace certwright::job {

namespace {

using base::ErrorCode;

constexpr std::chrono::milliseconds pause{10};
constexpr std::chrono::seconds supplyPatience{5};
constexpr std::chrono::seconds readPatience{5};
constexpr mode_t ownerOnly = 0600;

base::Result<struct stat> lookedAt(const std::string& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) == 0)
        return info;
    if (errno == ENOENT)
        return base::failure(ErrorCode::FileNotFound, path);
    const bool denied = errno == EACCES || errno == EPERM;
    return base::failure(denied ? ErrorCode::FileAccessDenied : ErrorCode::InputOutput, path,
                         std::strerror(errno));
}

// The pipe is ours (or, for root, anybody's whom root gave it to), and nobody else can open it.
bool isSafe(const struct stat& info) {
    const uid_t self = ::geteuid();
    return S_ISFIFO(info.st_mode) && (info.st_uid == self || self == 0) && (info.st_mode & 0077U) == 0;
}

// Descriptor closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number)
        : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

  private:
    int m_number;
};

// QuietPipe holds SIGPIPE back in this thread while it lives, and takes one that came.
class QuietPipe {
  public:
    QuietPipe() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~QuietPipe() {
        const timespec now{};
        if (sigismember(&m_before, SIGPIPE) == 0)
            while (::sigtimedwait(&m_pipe, nullptr, &now) < 0 && errno == EINTR)
                ;
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    QuietPipe(const QuietPipe&) = delete;
    QuietPipe& operator=(const QuietPipe&) = delete;

  private:
    sigset_t m_pipe{};
    sigset_t m_before{};
};

base::Result<secret::SecretBytes> supplied(const PipeFeeder::Supply& supply, const PipeFeeder::Stop& stop) {
    const auto until = std::chrono::steady_clock::now() + supplyPatience;
    for (;;) {
        auto passphrase = supply();
        if (passphrase || stop() || std::chrono::steady_clock::now() > until)
            return passphrase;
        std::this_thread::sleep_for(pause * 10);
    }
}

// written puts the whole line into the pipe in one piece (it is shorter than PIPE_BUF); false if the reader
// has gone.
bool written(int pipe, const secret::SecretBytes& passphrase, secret::SecretAccess access) {
    const base::ByteView text = passphrase.reveal(access);
    secret::SecretBytes line(text.size() + 1);
    const auto place = line.revealForWriting(access);
    std::memcpy(place.data(), text.data(), text.size());
    place[text.size()] = '\n';
    ssize_t count = -1;
    do {
        count = ::write(pipe, place.data(), place.size());
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(place.size());
}

// Whoever opens the pipe while it is still full would make it two readers of one line.
bool taken(int pipe, const PipeFeeder::Stop& stop) {
    const auto until = std::chrono::steady_clock::now() + readPatience;
    while (!stop() && std::chrono::steady_clock::now() < until) {
        int left = 0;
        pollfd state{pipe, 0, 0};
        if (::ioctl(pipe, FIONREAD, &left) != 0 || left == 0)
            return true;
        if (::poll(&state, 1, 1) > 0 && (state.revents & POLLERR) != 0)
            return false;
    }
    return false;
}

// serveOne serves a reader if one is there now.
base::Result<bool> serveOne(const std::string& path, const PipeFeeder::Supply& supply,
                            const PipeFeeder::Stop& stop, secret::SecretAccess access) {
    const Descriptor pipe(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
    if (pipe.number() < 0) {
        if (errno == ENXIO || errno == EINTR)
            return false;
        return base::failure(errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::TargetUnsafe, path,
                             std::strerror(errno));
    }
    struct stat info {};
    if (::fstat(pipe.number(), &info) != 0 || !isSafe(info))
        return base::failure(ErrorCode::TargetUnsafe, path, "no pipe of ours alone");
    auto passphrase = supplied(supply, stop);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    return written(pipe.number(), *passphrase, access) && taken(pipe.number(), stop);
}

} // namespace

base::Result<PipeFeeder> PipeFeeder::open(const std::string& path, std::optional<base::Owner> owner) {
    auto info = lookedAt(path);
    if (!info && info.error().code != ErrorCode::FileNotFound)
        return tl::unexpected(info.error());
    if (info) {
        if (!isSafe(*info))
            return base::failure(ErrorCode::TargetUnsafe, path, "no pipe of ours alone");
        return PipeFeeder(path, false);
    }
    if (::mkfifo(path.c_str(), ownerOnly) != 0)
        return base::failure(errno == EACCES ? ErrorCode::FileAccessDenied : ErrorCode::InputOutput, path,
                             std::strerror(errno));
    PipeFeeder made(path, true);
    if (owner && ::lchown(path.c_str(), owner->user, owner->group) != 0)
        return base::failure(ErrorCode::InputOutput, path, std::strerror(errno));
    return made;
}

PipeFeeder::~PipeFeeder() {
    const auto info = m_made ? lookedAt(m_path) : base::failure(ErrorCode::FileNotFound);
    if (info && isSafe(*info))
        ::unlink(m_path.c_str());
}

base::Result<bool> PipeFeeder::feed(const Supply& supply, const Stop& stop,
                                    secret::SecretAccess access) const {
    const QuietPipe quiet;
    for (; !stop(); std::this_thread::sleep_for(pause)) {
        const auto served = serveOne(m_path, supply, stop, access);
        if (!served)
            return served;
        if (!*served)
            continue;
        // Until the reader has seen the end and closed it, the pipe still seems to have a reader.
        std::this_thread::sleep_for(pause * 3);
        return true;
    }
    return false;
}

} // namespace certwright::job
