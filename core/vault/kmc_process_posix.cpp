// Why: on POSIX the helper gets one end of a socket pair, which has no name that anybody could connect to.
#include "core/vault/kmc_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "core/process/children_posix.h"
#include "core/process/inherited_posix.h"
#include "core/vault/kmc_protocol.h"

namespace certwright::vault {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// Few octets at a time: even a flood of the smallest messages leaves time to look at the clock.
constexpr std::size_t mostAtOnce = 4096;

int number(std::intptr_t descriptor) {
    return static_cast<int>(descriptor);
}

void closeOnce(std::intptr_t& descriptor) {
    if (descriptor >= 0)
        ::close(number(descriptor));
    descriptor = -1;
}

// spawn returns 0 or the error's number. Only the connection, as number 3, stays open.
int spawn(const std::string& helper, const std::string& folder, int connection, pid_t& child) {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, connection, kmc::connectionNumber);
    ::posix_spawn_file_actions_addchdir_np(&files, folder.c_str());

    sigset_t set;
    ::sigemptyset(&set);
    ::posix_spawnattr_setsigmask(&attributes, &set);
    ::sigfillset(&set);
    ::posix_spawnattr_setsigdefault(&attributes, &set);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    std::string name = helper;
    std::string path = "PATH=/usr/bin:/bin";
    std::string language = "LC_ALL=C";
    std::string temporary = "TMPDIR=" + folder;
    std::string home = "HOME=" + folder;
    std::array<char*, 2> words{name.data(), nullptr};
    std::array<char*, 5> variables{path.data(), language.data(), temporary.data(), home.data(), nullptr};
    int error = process::closeFrom(files, kmc::connectionNumber + 1);
    if (error == 0)
        error = ::posix_spawn(&child, helper.c_str(), &files, &attributes, words.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    return error;
}

} // namespace

KmcProcess::~KmcProcess() {
    finish(milliseconds(0));
}

base::Status KmcProcess::start(const std::string& helper, const std::string& folder) {
    process::keepEndedChildren();
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return base::failure(base::ErrorCode::InputOutput, helper, std::strerror(errno));
    m_in = ends[0];
    m_out = ends[0];
    // Above the numbers that are redirected, whatever this process has closed of its own.
    const int theirs = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
    ::close(ends[1]);
    pid_t child = -1;
    const int error = theirs < 0 ? errno : spawn(helper, folder, theirs, child);
    if (theirs >= 0)
        ::close(theirs);
    if (error == ENOENT || error == EACCES || error == ENOTDIR || error == ENOEXEC)
        return base::failure(base::ErrorCode::ProgramMissing, helper, std::strerror(error));
    if (error != 0)
        return base::failure(base::ErrorCode::InputOutput, helper, std::strerror(error));
    m_process = child;
    return {};
}

bool KmcProcess::write(const secret::SecretBytes& octets, secret::SecretAccess access) {
    base::ByteView left = octets.reveal(access);
    while (!left.empty()) {
        const ssize_t count = ::send(number(m_out), left.data(), left.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        left = left.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

Arrival KmcProcess::read(secret::SecretBytes& octets, milliseconds patience, secret::SecretAccess access) {
    pollfd wanted{number(m_in), POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(patience.count())) <= 0)
        // What the library started may hold the other end open after the helper's death.
        return hasEnded() ? Arrival::Closed : Arrival::Nothing;
    secret::SecretBytes part(mostAtOnce);
    const ssize_t count =
        ::recv(number(m_in), part.revealForWriting(access).data(), mostAtOnce, MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return Arrival::Nothing;
    if (count <= 0)
        return Arrival::Closed;
    octets.append(part.reveal(access).first(static_cast<std::size_t>(count)));
    return Arrival::Octets;
}

bool KmcProcess::hasEnded() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == static_cast<pid_t>(m_process);
}

int KmcProcess::finish(milliseconds grace) {
    if (m_process < 0) {
        closeOnce(m_in);
        return 0;
    }
    const Clock::time_point until = Clock::now() + grace;
    while (!hasEnded() && Clock::now() < until)
        std::this_thread::sleep_for(milliseconds(2));
    const bool byItself = hasEnded();
    const auto child = static_cast<pid_t>(m_process);
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    closeOnce(m_in);
    m_out = -1;
    return byItself && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

std::string kmcHelperName() {
    return "certwright-kmc";
}

} // namespace certwright::vault
