// Why: Windows opens by path only; a link that was put in the way is noticed on the open handle.
#include "core/files/folder.h"

#include <algorithm>

#include "core/files/path.h"
#include "core/files/system_windows.h"

namespace certwright::files {

using base::ErrorCode;
using base::FileKind;
using base::Result;

namespace {

constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
constexpr DWORD largestRead = 1U << 24U;

Result<Handle> openHandle(const std::string& path, DWORD access, DWORD flags) {
    const auto wide = widePath(path);
    if (!wide)
        return base::failure(ErrorCode::InvalidArgument, path);
    Handle file(CreateFileW(wide->c_str(), access, shareAll, nullptr, OPEN_EXISTING, flags, nullptr));
    if (!file.isOpen())
        return windowsFailure(GetLastError(), path);
    return file;
}

class LocalFile final : public FolderFile {
  public:
    LocalFile(Handle file, std::uint64_t size, std::string path)
        : m_file(std::move(file))
        , m_size(size)
        , m_path(std::move(path)) {}

    std::uint64_t size() const override { return m_size; }
    std::uint32_t mode() const override { return isOwnerOnly(m_file.get()) ? 0600 : 0644; }
    Result<std::size_t> read(std::span<std::uint8_t> out) override {
        std::size_t filled = 0;
        while (filled < out.size()) {
            const auto wanted = static_cast<DWORD>(std::min<std::size_t>(out.size() - filled, largestRead));
            DWORD count = 0;
            if (!ReadFile(m_file.get(), out.data() + filled, wanted, &count, nullptr))
                return windowsFailure(GetLastError(), m_path);
            if (count == 0)
                break;
            filled += count;
        }
        return filled;
    }
    base::Status rewind() override {
        if (!SetFilePointerEx(m_file.get(), LARGE_INTEGER{}, nullptr, FILE_BEGIN))
            return windowsFailure(GetLastError(), m_path);
        return {};
    }

  private:
    Handle m_file;
    std::uint64_t m_size;
    std::string m_path;
};

// Search is a FindFirstFile handle, which has a closing call of its own.
class Search {
  public:
    Search() = default;
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;
    ~Search() {
        if (m_handle != INVALID_HANDLE_VALUE)
            FindClose(m_handle);
    }
    // next fills `data`; false at the end or on failure (GetLastError).
    bool next(const std::wstring& pattern, WIN32_FIND_DATAW& data) {
        if (m_handle != INVALID_HANDLE_VALUE)
            return FindNextFileW(m_handle, &data) != 0;
        m_handle = FindFirstFileW(pattern.c_str(), &data);
        return m_handle != INVALID_HANDLE_VALUE;
    }

  private:
    HANDLE m_handle = INVALID_HANDLE_VALUE;
};

std::string utf8Name(const wchar_t* name) {
    // utf8Path leaves a name as it is but for its letters' form.
    return utf8Path(name);
}

FileKind kindOf(const WIN32_FIND_DATAW& data) {
    const bool link =
        (data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
        (data.dwReserved0 == IO_REPARSE_TAG_SYMLINK || data.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
    if (link)
        return FileKind::Symlink;
    return (data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? FileKind::Folder : FileKind::Regular;
}

class LocalFolder final : public Folder {
  public:
    LocalFolder(Handle held, std::string path)
        : m_held(std::move(held))
        , m_path(std::move(path))
        , m_pattern(entriesOf(widePath(m_path).value_or(std::wstring()))) {}

    Result<std::optional<FolderEntry>> next() override {
        WIN32_FIND_DATAW data{};
        while (m_search.next(m_pattern, data)) {
            const std::wstring_view name = data.cFileName;
            if (name != L"." && name != L"..")
                return FolderEntry{utf8Name(data.cFileName), kindOf(data)};
        }
        const DWORD number = GetLastError();
        if (number != ERROR_NO_MORE_FILES && number != ERROR_FILE_NOT_FOUND)
            return windowsFailure(number, m_path);
        return std::nullopt;
    }
    Result<std::unique_ptr<Folder>> folder(const std::string& name) const override;
    Result<std::unique_ptr<FolderFile>> file(const std::string& name) const override;
    Made made() const override { return Made::Stored; }
    const std::string& path() const override { return m_path; }

  private:
    Handle m_held;
    std::string m_path;
    std::wstring m_pattern;
    Search m_search;
};

Result<std::unique_ptr<Folder>> LocalFolder::folder(const std::string& name) const {
    const std::string path = join(m_path, name);
    auto held =
        openHandle(path, FILE_LIST_DIRECTORY, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT);
    if (!held)
        return tl::unexpected<base::Error>(held.error());
    if (isLink(held->get()))
        return base::failure(ErrorCode::FileIsSymlink, path);
    if (!isFolder(held->get()))
        return base::failure(ErrorCode::FolderNotRegular, path);
    return std::make_unique<LocalFolder>(std::move(*held), path);
}

Result<std::unique_ptr<FolderFile>> LocalFolder::file(const std::string& name) const {
    const std::string path = join(m_path, name);
    auto file = openHandle(path, GENERIC_READ, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    if (isLink(file->get()))
        return base::failure(ErrorCode::FileIsSymlink, path);
    LARGE_INTEGER size{};
    if (GetFileType(file->get()) != FILE_TYPE_DISK || isFolder(file->get()) ||
        !GetFileSizeEx(file->get(), &size))
        return base::failure(ErrorCode::FileNotRegular, path);
    return std::make_unique<LocalFile>(std::move(*file), static_cast<std::uint64_t>(size.QuadPart), path);
}

} // namespace

Result<std::unique_ptr<Folder>> openFolderAt(const std::string& path) {
    auto held = openHandle(path, FILE_LIST_DIRECTORY, FILE_FLAG_BACKUP_SEMANTICS);
    if (!held)
        return tl::unexpected<base::Error>(held.error());
    BY_HANDLE_FILE_INFORMATION status{};
    if (!GetFileInformationByHandle(held->get(), &status) ||
        (status.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
        return base::failure(ErrorCode::FileNotRegular, path);
    return std::make_unique<LocalFolder>(std::move(*held), path);
}

} // namespace certwright::files
