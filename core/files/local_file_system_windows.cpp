// Why: this computer's disks through the wide calls of Windows. Owner-only access lists stand for modes
// without group and others; the read-only attribute stands for a missing owner's write bit.
#include <algorithm>
#include <array>
#include <limits>
#include <lmcons.h>

#include "core/files/changeable_windows.h"
#include "core/files/file_system.h"
#include "core/files/names.h"
#include "core/files/open_file_windows.h"
#include "core/files/system_windows.h"
#include "core/files/users_windows.h"
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

Access accessOf(std::uint32_t mode) {
    return (mode & 077U) == 0 ? Access::OwnerOnly : Access::Inherited;
}

bool isReadOnly(std::uint32_t mode) {
    return (mode & 0200U) == 0;
}

// modeOf is the mode that stands for what Windows stores.
std::uint32_t modeOf(FileKind kind, Access access, bool readOnly) {
    const bool only = access == Access::OwnerOnly;
    if (kind == FileKind::Folder)
        return only ? 0700 : 0755;
    if (readOnly)
        return only ? 0400 : 0444;
    return only ? 0600 : 0644;
}

// Target is a wide path whose folders above are held in place.
struct Target {
    std::wstring path;
    std::vector<Handle> above;
};

Result<Target> holdTarget(const std::string& path) {
    if (!isName(path))
        return base::failure(ErrorCode::InvalidArgument, path);
    auto above = holdFoldersAbove(path);
    if (!above)
        return tl::unexpected<base::Error>(std::move(above.error()));
    std::wstring wide = widePath(path).value_or(std::wstring());
    while (wide.ends_with(L'\\')) // no root: that is no name
        wide.pop_back();
    return Target{std::move(wide), std::move(*above)};
}

FileInfo infoOf(HANDLE file, const BY_HANDLE_FILE_INFORMATION& status) {
    FileInfo info;
    const bool folder = (status.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    info.kind = isLink(file) ? FileKind::Symlink : folder ? FileKind::Folder : FileKind::Regular;
    info.size = folder ? 0 : joined(status.nFileSizeHigh, status.nFileSizeLow);
    info.links = status.nNumberOfLinks;
    info.device = status.dwVolumeSerialNumber;
    info.mode = modeOf(info.kind, isOwnerOnly(file) ? Access::OwnerOnly : Access::Inherited,
                       (status.dwFileAttributes & FILE_ATTRIBUTE_READONLY) != 0);
    return info;
}

// writeAll writes; a Windows error number, 0 for done.
DWORD writeAll(HANDLE file, ByteView content) {
    while (!content.empty()) {
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(content.size(), 1U << 24U));
        DWORD count = 0;
        if (!WriteFile(file, content.data(), wanted, &count, nullptr))
            return GetLastError();
        content = content.subspan(count);
    }
    return ERROR_SUCCESS;
}

// keepReadOnly makes sure of the attribute: where the access list is turned into mode bits (Wine, some
// servers), the list's right to write has undone it. The open handle goes on writing.
bool keepReadOnly(HANDLE file) {
    FILE_BASIC_INFO info{};
    if (!GetFileInformationByHandleEx(file, FileBasicInfo, &info, sizeof info))
        return false;
    if ((info.FileAttributes & FILE_ATTRIBUTE_READONLY) != 0)
        return true;
    info = {};
    info.FileAttributes = FILE_ATTRIBUTE_READONLY;
    return SetFileInformationByHandle(file, FileBasicInfo, &info, sizeof info) != 0;
}

Status statusOf(DWORD number, const std::string& path) {
    return number == ERROR_SUCCESS ? Status() : windowsFailure(number, path);
}

// fillFrom writes what `content` hands out.
Status fillFrom(HANDLE file, NewContent& content, const std::string& path) {
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
        if (const DWORD number = writeAll(file, ByteView(piece.octets).first(*count));
            number != ERROR_SUCCESS)
            return windowsFailure(number, path);
    }
}

class LocalFileSystem final : public FileSystem {
  public:
    Result<FileInfo> stat(const std::string& path, Links links) const override;
    Result<Bytes> read(const std::string& path, std::uint64_t maximum, Links links) const override {
        return readLocalFile(path, maximum, links);
    }
    Result<std::unique_ptr<OpenFile>> open(const std::string& path, std::uint64_t maximum,
                                           Links links) const override {
        return openLocalFile(path, maximum, links);
    }
    Result<std::vector<std::string>> list(const std::string& folder) const override;
    Result<std::string> resolve(const std::string& path) const override;
    Result<std::uint64_t> freeSpace(const std::string& folder) const override;
    Result<Volume> volume(const std::string& folder) const override { return volumeAt(folder); }
    Result<bool> hasAccessList(const std::string& path) const override { return accessListAt(path); }
    std::uint32_t storedMode(std::uint32_t mode, FileKind kind) const override {
        return modeOf(kind, accessOf(mode), isReadOnly(mode));
    }
    Owner self() const override { return {}; }
    std::string accountName(std::uint32_t user) const override;
    Status writeNew(const std::string& path, ByteView content, std::uint32_t mode,
                    std::optional<Owner> owner) override;
    Status writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                        std::optional<Owner> owner) override;
    Status replace(const std::string& from, const std::string& to) override;
    Status remove(const std::string& path) override;
    Status setMode(const std::string& path, std::uint32_t mode) override;
    Status makeFolder(const std::string& path, std::uint32_t mode, std::optional<Owner> owner) override;
    Status removeFolder(const std::string& path) override;
    Status exchange(const std::string& one, const std::string& other) override {
        return exchangeNames(one, other);
    }
    Status link(const std::string& from, const std::string& to) override { return linkName(from, to); }
    Status wipe(const std::string& path) override { return wipeFile(path); }
    Status syncFolder(const std::string& path) override;

  private:
    template <typename Fill> static Status writeWith(const std::string& path, std::uint32_t mode, Fill fill);
};

Result<FileInfo> LocalFileSystem::stat(const std::string& path, Links links) const {
    const auto file = openHandle(path, FILE_READ_ATTRIBUTES | READ_CONTROL, followFlags(links));
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    BY_HANDLE_FILE_INFORMATION status{};
    if (!GetFileInformationByHandle(file->get(), &status))
        return windowsFailure(GetLastError(), path);
    return infoOf(file->get(), status);
}

Result<std::vector<std::string>> LocalFileSystem::list(const std::string& folder) const {
    const auto wide = widePath(folder);
    if (!wide)
        return base::failure(ErrorCode::InvalidArgument, folder);
    WIN32_FIND_DATAW entry{};
    const HANDLE search = FindFirstFileW(entriesOf(*wide).c_str(), &entry);
    if (search == INVALID_HANDLE_VALUE) {
        const DWORD number = GetLastError();
        const DWORD attributes = GetFileAttributesW(wide->c_str());
        if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
            return base::failure(ErrorCode::FolderNotRegular, folder);
        return windowsFailure(number, folder);
    }
    std::vector<std::string> names;
    do {
        if (const std::string name = utf8Path(entry.cFileName); name != "." && name != "..")
            names.push_back(name);
    } while (FindNextFileW(search, &entry));
    const DWORD number = GetLastError();
    FindClose(search);
    if (number != ERROR_NO_MORE_FILES)
        return windowsFailure(number, folder);
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::string> LocalFileSystem::resolve(const std::string& path) const {
    const auto file = openHandle(path, FILE_READ_ATTRIBUTES, followFlags(Links::Follow));
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    const DWORD length = GetFinalPathNameByHandleW(file->get(), nullptr, 0, FILE_NAME_NORMALIZED);
    std::wstring found(length, L'\0');
    found.resize(GetFinalPathNameByHandleW(file->get(), found.data(), length, FILE_NAME_NORMALIZED));
    if (found.empty())
        return windowsFailure(GetLastError(), path);
    return utf8Path(found);
}

Result<std::uint64_t> LocalFileSystem::freeSpace(const std::string& folder) const {
    const auto wide = widePath(folder);
    if (!wide)
        return base::failure(ErrorCode::InvalidArgument, folder);
    ULARGE_INTEGER available{};
    if (!GetDiskFreeSpaceExW((*wide + L'\\').c_str(), &available, nullptr, nullptr))
        return windowsFailure(GetLastError(), folder);
    return available.QuadPart;
}

std::string LocalFileSystem::accountName(std::uint32_t user) const {
    std::array<wchar_t, UNLEN + 1> name{};
    DWORD length = static_cast<DWORD>(name.size());
    if (user != 0 || !GetUserNameW(name.data(), &length) || length == 0)
        return std::to_string(user);
    return utf8Path(std::wstring_view(name.data(), length - 1));
}

// writeWith makes a new file and has it filled; a failure leaves nothing.
template <typename Fill>
Status LocalFileSystem::writeWith(const std::string& path, std::uint32_t mode, Fill fill) {
    const auto target = holdTarget(path);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    AccessList access(accessOf(mode));
    if (!access.isValid())
        return windowsFailure(GetLastError(), path);
    const DWORD flags =
        FILE_FLAG_OPEN_REPARSE_POINT | (isReadOnly(mode) ? FILE_ATTRIBUTE_READONLY : FILE_ATTRIBUTE_NORMAL);
    Handle file(CreateFileW(target->path.c_str(), GENERIC_WRITE | FILE_READ_ATTRIBUTES, 0,
                            access.attributes(), CREATE_NEW, flags, nullptr));
    if (!file.isOpen())
        return windowsFailure(GetLastError(), path);
    if (isReadOnly(mode) && !keepReadOnly(file.get()))
        return windowsFailure(GetLastError(), path);
    Status written = fill(file.get());
    if (written && !FlushFileBuffers(file.get()))
        written = windowsFailure(GetLastError(), path);
    file.close();
    if (written)
        return {};
    Changeable broken(target->path);
    broken.done();
    withPatience([&] { return numberOf(DeleteFileW(target->path.c_str())); });
    return written;
}

Status LocalFileSystem::writeNew(const std::string& path, ByteView content, std::uint32_t mode,
                                 std::optional<Owner>) {
    return writeWith(path, mode, [&](HANDLE file) { return statusOf(writeAll(file, content), path); });
}

Status LocalFileSystem::writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                                     std::optional<Owner>) {
    return writeWith(path, mode, [&](HANDLE file) { return fillFrom(file, content, path); });
}

Status LocalFileSystem::replace(const std::string& from, const std::string& to) {
    const auto source = holdTarget(from);
    if (!source)
        return tl::unexpected<base::Error>(source.error());
    const auto target = holdTarget(to);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    // Windows would say no more than "denied".
    if (const DWORD attributes = GetFileAttributesW(target->path.c_str());
        attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return base::failure(ErrorCode::FileNotRegular, to);
    Changeable replaced(target->path);
    const DWORD number = withPatience([&] {
        return numberOf(MoveFileExW(source->path.c_str(), target->path.c_str(),
                                    MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH));
    });
    if (number != ERROR_SUCCESS)
        return number == ERROR_FILE_NOT_FOUND ? windowsFailure(number, from)
                                              : heldFailure(number, target->path, to);
    replaced.done();
    return {};
}

Status LocalFileSystem::remove(const std::string& path) {
    const auto target = holdTarget(path);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    const DWORD attributes = GetFileAttributesW(target->path.c_str());
    const bool folder = attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    if (folder && (attributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0)
        return base::failure(ErrorCode::FileNotRegular, path);
    Changeable removed(target->path);
    // A link to a folder goes as a folder does; what it leads to stays.
    const DWORD number = withPatience([&] {
        return numberOf(folder ? RemoveDirectoryW(target->path.c_str()) : DeleteFileW(target->path.c_str()));
    });
    if (number != ERROR_SUCCESS)
        return heldFailure(number, target->path, path);
    removed.done();
    return {};
}

Status LocalFileSystem::setMode(const std::string& path, std::uint32_t mode) {
    const auto target = holdTarget(path);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    const auto info = stat(path, Links::Refuse);
    if (!info)
        return tl::unexpected<base::Error>(info.error());
    if (info->kind == FileKind::Symlink)
        return base::failure(ErrorCode::FileIsSymlink, path);
    if (const DWORD number = AccessList(accessOf(mode)).applyTo(target->path); number != ERROR_SUCCESS)
        return windowsFailure(number, path);
    if (info->kind == FileKind::Folder)
        return {};
    const DWORD attributes =
        GetFileAttributesW(target->path.c_str()) & ~static_cast<DWORD>(FILE_ATTRIBUTE_READONLY);
    if (!SetFileAttributesW(target->path.c_str(),
                            attributes | (isReadOnly(mode) ? FILE_ATTRIBUTE_READONLY : 0U)))
        return windowsFailure(GetLastError(), path);
    return {};
}

Status LocalFileSystem::makeFolder(const std::string& path, std::uint32_t mode, std::optional<Owner>) {
    const auto target = holdTarget(path);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    AccessList access(accessOf(mode));
    if (!access.isValid() || !CreateDirectoryW(target->path.c_str(), access.attributes()))
        return windowsFailure(GetLastError(), path);
    return {};
}

Status LocalFileSystem::removeFolder(const std::string& path) {
    const auto info = stat(path, Links::Refuse);
    if (info && info->kind == FileKind::Symlink)
        return base::failure(ErrorCode::FileIsSymlink, path);
    const auto target = holdTarget(path);
    if (!target)
        return tl::unexpected<base::Error>(target.error());
    return statusOf(withPatience([&] { return numberOf(RemoveDirectoryW(target->path.c_str())); }), path);
}

Status LocalFileSystem::syncFolder(const std::string& path) {
    const auto held = holdFoldersAbove(path);
    if (!held)
        return tl::unexpected<base::Error>(held.error());
    const DWORD attributes = GetFileAttributesW(widePath(path).value_or(std::wstring()).c_str());
    if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
        return base::failure(ErrorCode::FolderNotRegular, path);
    const auto folder = openHandle(path, GENERIC_WRITE, followFlags(Links::Refuse));
    if (!folder)
        return tl::unexpected<base::Error>(folder.error());
    if (isLink(folder->get()))
        return base::failure(ErrorCode::FileIsSymlink, path);
    // File systems that cannot flush a folder say so; renames were written through (MOVEFILE_WRITE_THROUGH)
    // already.
    if (!FlushFileBuffers(folder->get()) && GetLastError() != ERROR_INVALID_FUNCTION &&
        GetLastError() != ERROR_ACCESS_DENIED)
        return windowsFailure(GetLastError(), path);
    return {};
}

} // namespace

std::unique_ptr<FileSystem> localFileSystem() {
    return std::make_unique<LocalFileSystem>();
}

} // namespace certwright::files
