// Why: flock belongs to the open file, so that it is free again the moment its holder is gone, however it
// went.
#include "core/files/file_lock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "core/base/utf8.h"
#include "core/files/directory_posix.h"

namespace certwright::files {

namespace {

constexpr std::chrono::milliseconds pause{50};
constexpr int none = -1;
constexpr int mostAttempts = 100;

base::Result<Descriptor> openLockFile(const std::string& path) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    Descriptor file(::openat(place->folder.get(), place->name.c_str(),
                             O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return systemFailure(errno, path);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return systemFailure(errno, path);
    if (!S_ISREG(status.st_mode))
        return base::failure(base::ErrorCode::FileNotRegular, path);
    if (status.st_nlink > 1) // a second name may be a file that the holder's line must not overwrite
        return base::failure(base::ErrorCode::TargetUnsafe, path);
    if ((status.st_mode & 07777U) != 0600)
        ::fchmod(file.get(), 0600); // an unusual umask; the lock holds whether it works or not
    return file;
}

std::string presentHolder(int file) {
    std::array<char, 512> buffer{};
    const ssize_t count = ::pread(file, buffer.data(), buffer.size(), 0);
    const std::string_view text(buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0U);
    return base::printable(text.substr(0, text.find('\n')));
}

// sayWho writes one line. It may fail (a full disk must not keep a recovery from its lock); the next who
// waits then reads less. Written before it is cut, so that who waits never reads nothing.
void sayWho(int file, const std::string& holder) {
    const std::string line = holder.substr(0, holder.find('\n')) + '\n';
    if (::pwrite(file, line.data(), line.size(), 0) == static_cast<ssize_t>(line.size()))
        static_cast<void>(::ftruncate(file, static_cast<off_t>(line.size())) == 0);
}

base::Status lockUntil(int file, const std::string& path, std::chrono::steady_clock::time_point end) {
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return systemFailure(errno, path);
        const auto left = end - std::chrono::steady_clock::now();
        if (left <= left.zero())
            return base::failure(base::ErrorCode::LockHeld, path, presentHolder(file));
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, pause));
    }
    return {};
}

// hasName: who removed the file after it was opened here has let others make a new one, which this lock would
// not keep them from.
bool hasName(int file) {
    struct stat status {};
    return ::fstat(file, &status) == 0 && status.st_nlink > 0;
}

} // namespace

FileLock::FileLock(std::intptr_t handle)
    : m_handle(handle) {}

FileLock::FileLock(FileLock&& other) noexcept
    : m_handle(std::exchange(other.m_handle, none)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    return *this;
}

FileLock::~FileLock() {
    if (m_handle != none)
        ::close(static_cast<int>(m_handle));
}

base::Result<FileLock> FileLock::acquire(const std::string& path, const std::string& holder,
                                         std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        auto file = openLockFile(path);
        if (!file)
            return tl::unexpected<base::Error>(std::move(file.error()));
        if (auto locked = lockUntil(file->get(), path, end); !locked)
            return tl::unexpected<base::Error>(std::move(locked.error()));
        if (!hasName(file->get()))
            continue;
        sayWho(file->get(), holder);
        return FileLock(file->release());
    }
    return base::failure(base::ErrorCode::LockHeld, path);
}

} // namespace certwright::files
