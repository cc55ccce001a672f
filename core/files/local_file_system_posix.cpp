// Why: this computer's disks through POSIX calls: modes before content, nothing followed that was not asked
// for, and durable before success is said.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "core/files/directory_posix.h"
#include "core/files/file_system.h"
#include "core/files/names.h"
#include "core/files/open_file_posix.h"
#include "core/files/volume.h"

namespace certwright::files {

using base::Bytes;
using base::ByteView;
using base::ErrorCode;
using base::FileInfo;
using base::FileKind;
using base::Owner;
using base::Result;
using base::Status;

namespace {

constexpr std::uint32_t modeBits = 07777;

FileKind kindOf(mode_t mode) {
    if (S_ISREG(mode))
        return FileKind::Regular;
    if (S_ISDIR(mode))
        return FileKind::Folder;
    return S_ISLNK(mode) ? FileKind::Symlink : FileKind::Other;
}

FileInfo infoOf(const struct stat& status) {
    FileInfo info;
    info.kind = kindOf(status.st_mode);
    info.size = static_cast<std::uint64_t>(status.st_size);
    info.mode = status.st_mode & modeBits;
    info.owner = {status.st_uid, status.st_gid};
    info.links = status.st_nlink;
    info.device = status.st_dev;
    return info;
}

// writeAll returns 0 or an error number.
int writeAll(int file, ByteView content) {
    while (!content.empty()) {
        const ssize_t count = ::write(file, content.data(), content.size());
        if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0)
            content = content.subspan(static_cast<std::size_t>(count));
    }
    return 0;
}

// mayStay tells whether an owner that could not be set is acceptable: only root gives files away, others keep
// theirs.
bool mayStay(int number) {
    return number == EPERM && ::geteuid() != 0;
}

// dress gives an empty new file its owner and its mode; 0 or an error number.
int dress(const Descriptor& file, std::uint32_t mode, const std::optional<Owner>& owner) {
    if (owner && ::fchown(file.get(), owner->user, owner->group) != 0 && !mayStay(errno))
        return errno;
    return ::fchmod(file.get(), static_cast<mode_t>(mode & modeBits)) == 0 ? 0 : errno;
}

// keep gives what was written a place on the disk; 0 or an error number.
int keep(Descriptor& file) {
    return ::fsync(file.get()) == 0 ? file.close() : errno;
}

Status statusOf(int number, const std::string& path) {
    return number == 0 ? Status() : systemFailure(number, path);
}

// fillFrom writes what `content` hands out.
Status fillFrom(const Descriptor& file, NewContent& content, const std::string& path) {
    // It may be key material.
    struct Piece {
        Bytes octets = Bytes(std::size_t{64} * 1024);
        ~Piece() { base::wipe(octets); }
    } piece;
    for (;;) {
        const auto count = content.next(piece.octets);
        if (!count)
            return tl::unexpected<base::Error>(count.error());
        if (*count == 0)
            return {};
        if (const int number = writeAll(file.get(), ByteView(piece.octets).first(*count)); number != 0)
            return systemFailure(number, path);
    }
}

// setModeAt changes the mode of what is no symbolic link; 0 or an error number. fchmodat with
// AT_SYMLINK_NOFOLLOW needs /proc before Linux 6.6, so it serves only what may not be opened.
int setModeAt(int folder, const std::string& name, std::uint32_t mode) {
    const auto bits = static_cast<mode_t>(mode & modeBits);
    const Descriptor file(
        ::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.isOpen())
        return ::fchmod(file.get(), bits) == 0 ? 0 : errno;
    if (errno != EACCES)
        return errno;
    return ::fchmodat(folder, name.c_str(), bits, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno;
}

int finishFolder(const Place& place, std::uint32_t mode, const std::optional<Owner>& owner) {
    if (owner) {
        const int changed = ::fchownat(place.folder.get(), place.name.c_str(), owner->user, owner->group,
                                       AT_SYMLINK_NOFOLLOW);
        if (changed != 0 && !mayStay(errno))
            return errno;
    }
    return setModeAt(place.folder.get(), place.name, mode);
}

class LocalFileSystem final : public FileSystem {
  public:
    Result<FileInfo> stat(const std::string& path, Links links) const override;
    Result<Bytes> read(const std::string& path, std::uint64_t maximum, Links links) const override;
    Result<std::unique_ptr<OpenFile>> open(const std::string& path, std::uint64_t maximum,
                                           Links links) const override;
    Result<std::vector<std::string>> list(const std::string& folder) const override;
    Result<std::string> resolve(const std::string& path) const override;
    Result<std::uint64_t> freeSpace(const std::string& folder) const override;
    Result<Volume> volume(const std::string& folder) const override { return volumeAt(folder); }
    Result<bool> hasAccessList(const std::string& path) const override { return accessListAt(path); }
    Owner self() const override { return {::geteuid(), ::getegid()}; }
    std::string accountName(std::uint32_t user) const override;
    Status writeNew(const std::string& path, ByteView content, std::uint32_t mode,
                    std::optional<Owner> owner) override;
    Status writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                        std::optional<Owner> owner) override;
    Status replace(const std::string& from, const std::string& to) override;
    Status remove(const std::string& path) override { return unlinkPlace(path, 0); }
    Status setMode(const std::string& path, std::uint32_t mode) override;
    Status makeFolder(const std::string& path, std::uint32_t mode, std::optional<Owner> owner) override;
    Status removeFolder(const std::string& path) override { return unlinkPlace(path, AT_REMOVEDIR); }
    Status exchange(const std::string& one, const std::string& other) override {
        return exchangeNames(one, other);
    }
    Status link(const std::string& from, const std::string& to) override { return linkName(from, to); }
    Status wipe(const std::string& path) override { return wipeFile(path); }
    Status syncFolder(const std::string& path) override;

  private:
    template <typename Fill>
    static Status writeWith(const std::string& path, std::uint32_t mode, const std::optional<Owner>& owner,
                            Fill fill);
    static Status unlinkPlace(const std::string& path, int flags);
};

Result<FileInfo> LocalFileSystem::stat(const std::string& path, Links links) const {
    struct stat status {};
    const int flags = links == Links::Refuse ? AT_SYMLINK_NOFOLLOW : 0;
    if (::fstatat(AT_FDCWD, withoutEndingSlashes(path).c_str(), &status, flags) != 0)
        return systemFailure(errno, path);
    return infoOf(status);
}

Result<Bytes> LocalFileSystem::read(const std::string& path, std::uint64_t maximum, Links links) const {
    return readLocalFile(path, maximum, links);
}

Result<std::unique_ptr<OpenFile>> LocalFileSystem::open(const std::string& path, std::uint64_t maximum,
                                                        Links links) const {
    return openLocalFile(path, maximum, links);
}

Result<std::vector<std::string>> LocalFileSystem::list(const std::string& folder) const {
    DIR* open = ::opendir(folder.c_str());
    if (open == nullptr)
        return systemFailure(errno, folder);
    std::vector<std::string> names;
    errno = 0;
    while (const struct dirent* entry = ::readdir(open)) {
        if (const std::string name = entry->d_name; name != "." && name != "..")
            names.push_back(name);
        errno = 0;
    }
    const int number = errno;
    ::closedir(open);
    if (number != 0)
        return systemFailure(number, folder);
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::string> LocalFileSystem::resolve(const std::string& path) const {
    char* found = ::realpath(path.c_str(), nullptr);
    if (found == nullptr)
        return systemFailure(errno, path);
    std::string resolved = found;
    std::free(found);
    return resolved;
}

Result<std::uint64_t> LocalFileSystem::freeSpace(const std::string& folder) const {
    struct statvfs status {};
    if (::statvfs(folder.c_str(), &status) != 0)
        return systemFailure(errno, folder);
    return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

std::string LocalFileSystem::accountName(std::uint32_t user) const {
    std::vector<char> buffer(1024);
    struct passwd entry {};
    struct passwd* found = nullptr;
    while (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == ERANGE &&
           buffer.size() < (1U << 20U))
        buffer.resize(buffer.size() * 2);
    return found == nullptr ? std::to_string(user) : found->pw_name;
}

// writeWith makes a new file and has it filled; a failure leaves nothing.
template <typename Fill>
Status LocalFileSystem::writeWith(const std::string& path, std::uint32_t mode,
                                  const std::optional<Owner>& owner, Fill fill) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    // Made with no more than the owner's share of its mode, whatever the umask; the rest comes after the
    // owner is right.
    Descriptor file(::openat(place->folder.get(), place->name.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                             static_cast<mode_t>(mode & 0600U)));
    if (!file.isOpen())
        return systemFailure(errno, path);
    Status written = statusOf(dress(file, mode, owner), path);
    if (written)
        written = fill(file);
    if (written)
        written = statusOf(keep(file), path);
    if (!written)
        ::unlinkat(place->folder.get(), place->name.c_str(), 0);
    return written;
}

Status LocalFileSystem::writeNew(const std::string& path, ByteView content, std::uint32_t mode,
                                 std::optional<Owner> owner) {
    return writeWith(path, mode, owner,
                     [&](const Descriptor& file) { return statusOf(writeAll(file.get(), content), path); });
}

Status LocalFileSystem::writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                                     std::optional<Owner> owner) {
    return writeWith(path, mode, owner,
                     [&](const Descriptor& file) { return fillFrom(file, content, path); });
}

Status LocalFileSystem::replace(const std::string& from, const std::string& to) {
    const auto source = openPlace(from);
    if (!source)
        return tl::unexpected<base::Error>(source.error());
    const auto target = openPlace(to);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    if (::renameat(source->folder.get(), source->name.c_str(), target->folder.get(), target->name.c_str()) !=
        0)
        return systemFailure(errno, errno == ENOENT ? from : to);
    return {};
}

Status LocalFileSystem::unlinkPlace(const std::string& path, int flags) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    if (::unlinkat(place->folder.get(), place->name.c_str(), flags) == 0)
        return {};
    const int number = errno;
    const bool link = number == ENOTDIR && isSymlinkAt(place->folder.get(), place->name);
    return systemFailure(link ? ELOOP : number, path);
}

Status LocalFileSystem::setMode(const std::string& path, std::uint32_t mode) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    if (const int number = setModeAt(place->folder.get(), place->name, mode); number != 0)
        return systemFailure(number, path);
    return {};
}

Status LocalFileSystem::makeFolder(const std::string& path, std::uint32_t mode, std::optional<Owner> owner) {
    const auto place = openPlace(path);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    if (::mkdirat(place->folder.get(), place->name.c_str(), static_cast<mode_t>(mode & 0700U)) != 0)
        return systemFailure(errno, path);
    const int number = finishFolder(*place, mode, owner);
    if (number == 0)
        return {};
    ::unlinkat(place->folder.get(), place->name.c_str(), AT_REMOVEDIR);
    return systemFailure(number, path);
}

Status LocalFileSystem::syncFolder(const std::string& path) {
    const auto folder = openFolder(path);
    if (!folder)
        return tl::unexpected<base::Error>(folder.error());
    if (::fsync(folder->get()) != 0)
        return systemFailure(errno, path);
    return {};
}

} // namespace

std::unique_ptr<FileSystem> localFileSystem() {
    return std::make_unique<LocalFileSystem>();
}

} // namespace certwright::files
