// Why: see open_file_windows.h.
#include "core/files/open_file_windows.h"

#include <algorithm>

#include "core/files/users_windows.h"

namespace certwright::files {

using base::Bytes;
using base::ErrorCode;
using base::Result;

namespace {

constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

Result<Bytes> readAll(HANDLE file, std::uint64_t expected, std::uint64_t maximum, const std::string& path) {
    Bytes content(static_cast<std::size_t>(std::min(expected, maximum)) + 1);
    std::size_t filled = 0;
    for (;;) {
        if (filled == content.size()) {
            Bytes larger(content.size() * 2);
            std::copy(content.begin(), content.end(), larger.begin());
            base::wipe(content);
            content = std::move(larger);
        }
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(content.size() - filled, 1U << 24U));
        DWORD count = 0;
        if (!ReadFile(file, content.data() + filled, wanted, &count, nullptr)) {
            const DWORD number = GetLastError();
            base::wipe(content);
            return windowsFailure(number, path);
        }
        filled += count;
        if (filled > maximum) {
            base::wipe(content);
            return base::failure(ErrorCode::FileTooLarge, path);
        }
        if (count == 0)
            break;
    }
    content.resize(filled);
    return content;
}

// LocalFile is an open file of this computer.
class LocalFile final : public OpenFile {
  public:
    LocalFile(Handle file, std::uint64_t size, std::string path)
        : m_file(std::move(file))
        , m_size(size)
        , m_path(std::move(path)) {}

    std::uint64_t size() const override { return m_size; }
    Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const override {
        OVERLAPPED from{};
        from.Offset = static_cast<DWORD>(at);
        from.OffsetHigh = static_cast<DWORD>(at >> 32U);
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(place.size(), 1U << 24U));
        DWORD count = 0;
        if (ReadFile(m_file.get(), place.data(), wanted, &count, &from))
            return count;
        const DWORD number = GetLastError();
        if (number == ERROR_HANDLE_EOF)
            return 0;
        return windowsFailure(number, m_path);
    }

  private:
    Handle m_file;
    std::uint64_t m_size;
    std::string m_path;
};

} // namespace

DWORD followFlags(Links links) {
    return FILE_FLAG_BACKUP_SEMANTICS | (links == Links::Refuse ? FILE_FLAG_OPEN_REPARSE_POINT : 0U);
}

std::uint64_t joined(DWORD high, DWORD low) {
    return (static_cast<std::uint64_t>(high) << 32U) | low;
}

Result<Handle> openHandle(const std::string& path, DWORD access, DWORD flags) {
    const auto wide = widePath(path);
    if (!wide)
        return base::failure(path.empty() ? ErrorCode::FileNotFound : ErrorCode::InvalidArgument, path);
    Handle file(CreateFileW(wide->c_str(), access, shareAll, nullptr, OPEN_EXISTING, flags, nullptr));
    if (!file.isOpen())
        return heldFailure(GetLastError(), *wide, path);
    return file;
}

namespace {

// openRegular opens a regular file of at most `maximum` octets and says how many it has.
Result<Handle> openRegular(const std::string& path, std::uint64_t maximum, Links links, std::uint64_t& size) {
    // Held until the file is open: with Refuse there is no link in any folder above either.
    const auto above = links == Links::Refuse ? holdFoldersAbove(path) : Result<std::vector<Handle>>();
    if (!above)
        return tl::unexpected<base::Error>(above.error());
    auto file = openHandle(path, GENERIC_READ, followFlags(links));
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    BY_HANDLE_FILE_INFORMATION status{};
    if (GetFileType(file->get()) != FILE_TYPE_DISK)
        return base::failure(ErrorCode::FileNotRegular, path);
    if (!GetFileInformationByHandle(file->get(), &status))
        return windowsFailure(GetLastError(), path);
    if (links == Links::Refuse && isLink(file->get()))
        return base::failure(ErrorCode::FileIsSymlink, path);
    if ((status.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return base::failure(ErrorCode::FileNotRegular, path);
    size = joined(status.nFileSizeHigh, status.nFileSizeLow);
    if (size > maximum)
        return base::failure(ErrorCode::FileTooLarge, path);
    return file;
}

} // namespace

Result<Bytes> readLocalFile(const std::string& path, std::uint64_t maximum, Links links) {
    std::uint64_t size = 0;
    const auto file = openRegular(path, maximum, links, size);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    return readAll(file->get(), size, maximum, path);
}

Result<std::unique_ptr<OpenFile>> openLocalFile(const std::string& path, std::uint64_t maximum, Links links) {
    std::uint64_t size = 0;
    auto file = openRegular(path, maximum, links, size);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    return std::make_unique<LocalFile>(std::move(*file), size, path);
}

} // namespace certwright::files
