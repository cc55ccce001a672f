// Why: renameat2(2), linkat(2) and overwriting, each relative to folders that were opened one from the other.
#include "core/files/names.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/files/directory_posix.h"

namespace certwright::files {

using base::ErrorCode;
using base::Status;

namespace {

Status notSupported(const std::string& path) {
    return base::failure(ErrorCode::NotSupported, path);
}

// lookAt describes an entry that may be wiped: a regular file with one name.
Status lookAt(const Place& place, const std::string& path, struct stat& status) {
    if (::fstatat(place.folder.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(errno, path);
    if (S_ISLNK(status.st_mode))
        return base::failure(ErrorCode::FileIsSymlink, path);
    if (!S_ISREG(status.st_mode))
        return base::failure(ErrorCode::FileNotRegular, path);
    if (status.st_nlink != 1)
        return base::failure(ErrorCode::TargetUnsafe, path, "several names");
    return {};
}

// openForWriting opens the file that `status` describes, and no other that was put in its place meanwhile.
base::Result<Descriptor> openForWriting(const Place& place, const std::string& path,
                                        const struct stat& status) {
    constexpr int flags = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const auto same = [&status](int file) {
        struct stat now {};
        return ::fstat(file, &now) == 0 && now.st_ino == status.st_ino && now.st_dev == status.st_dev;
    };
    Descriptor file(::openat(place.folder.get(), place.name.c_str(), O_WRONLY | flags));
    if (!file.isOpen() && errno == EACCES) { // a key is 0400; its owner may widen that
        const Descriptor reading(::openat(place.folder.get(), place.name.c_str(), O_RDONLY | flags));
        if (!reading.isOpen() || !same(reading.get()) || ::fchmod(reading.get(), 0600) != 0)
            return systemFailure(errno == 0 ? EACCES : errno, path);
        file = Descriptor(::openat(place.folder.get(), place.name.c_str(), O_WRONLY | flags));
    }
    if (!file.isOpen())
        return systemFailure(errno, path);
    if (!same(file.get()))
        return base::failure(ErrorCode::FileChanged, path);
    return file;
}

int overwrite(int file, off_t size) {
    static constexpr std::array<char, 64 * 1024> zeros{};
    for (off_t done = 0; done < size;) {
        const auto length = static_cast<std::size_t>(std::min<off_t>(size - done, zeros.size()));
        const ssize_t count = ::pwrite(file, zeros.data(), length, done);
        if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0)
            done += count;
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

} // namespace

Status exchangeNames(const std::string& one, const std::string& other) {
    const auto first = openPlace(one);
    if (!first)
        return tl::unexpected<base::Error>(first.error());
    const auto second = openPlace(other);
    if (!second)
        return tl::unexpected<base::Error>(second.error());
    // By number: the C library has the function only since glibc 2.28.
    if (::syscall(SYS_renameat2, first->folder.get(), first->name.c_str(), second->folder.get(),
                  second->name.c_str(), RENAME_EXCHANGE) == 0)
        return {};
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
        return notSupported(one);
    return systemFailure(errno, one);
}

Status linkName(const std::string& from, const std::string& to) {
    const auto source = openPlace(from);
    if (!source)
        return tl::unexpected<base::Error>(source.error());
    const auto target = openPlace(to);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    struct stat status {};
    if (::fstatat(source->folder.get(), source->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(errno, from);
    if (!S_ISREG(status.st_mode))
        return base::failure(S_ISLNK(status.st_mode) ? ErrorCode::FileIsSymlink : ErrorCode::FileNotRegular,
                             from);
    if (::linkat(source->folder.get(), source->name.c_str(), target->folder.get(), target->name.c_str(), 0) ==
        0)
        return {};
    // EPERM: no hard links here (link(2)), or protected_hardlinks says no.
    if (errno == EPERM || errno == ENOTSUP || errno == EMLINK || errno == EXDEV)
        return notSupported(from);
    return systemFailure(errno, errno == EEXIST ? to : from);
}

Status wipeFile(const std::string& path) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    struct stat status {};
    if (auto looked = lookAt(*place, path, status); !looked)
        return looked;
    const auto file = openForWriting(*place, path, status);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    if (const int number = overwrite(file->get(), status.st_size); number != 0)
        return systemFailure(number, path);
    if (::unlinkat(place->folder.get(), place->name.c_str(), 0) != 0)
        return systemFailure(errno, path);
    return {};
}

} // namespace certwright::files
