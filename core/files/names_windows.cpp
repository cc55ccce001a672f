// Why: Windows has no exchange of folders; second names and overwriting through its own calls.
#include "core/files/names.h"

#include <algorithm>
#include <array>

#include "core/files/changeable_windows.h"
#include "core/files/system_windows.h"

namespace certwright::files {

using base::ErrorCode;
using base::Status;

Status exchangeNames(const std::string& one, const std::string&) {
    return base::failure(ErrorCode::NotSupported, one);
}

Status linkName(const std::string& from, const std::string& to) {
    if (!isName(from) || !isName(to))
        return base::failure(ErrorCode::InvalidArgument, isName(from) ? to : from);
    const auto source = widePath(from);
    const auto target = widePath(to);
    const auto held = holdFoldersAbove(from);
    if (!source || !target || !held)
        return held ? Status(base::failure(ErrorCode::InvalidArgument, from))
                    : Status(tl::unexpected<base::Error>(held.error()));
    const DWORD attributes = GetFileAttributesW(source->c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES)
        return windowsFailure(GetLastError(), from);
    if ((attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0)
        return base::failure(ErrorCode::FileIsSymlink, from);
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return base::failure(ErrorCode::FileNotRegular, from);
    if (CreateHardLinkW(target->c_str(), source->c_str(), nullptr))
        return {};
    const DWORD number = GetLastError();
    if (number == ERROR_INVALID_FUNCTION || number == ERROR_NOT_SUPPORTED || number == ERROR_NOT_SAME_DEVICE)
        return base::failure(ErrorCode::NotSupported, from);
    return windowsFailure(number, number == ERROR_ALREADY_EXISTS ? to : from);
}

Status wipeFile(const std::string& path) {
    if (!isName(path))
        return base::failure(ErrorCode::InvalidArgument, path);
    const auto wide = widePath(path);
    const auto held = holdFoldersAbove(path);
    if (!wide || !held)
        return held ? Status(base::failure(ErrorCode::InvalidArgument, path))
                    : Status(tl::unexpected<base::Error>(held.error()));
    const DWORD attributes = GetFileAttributesW(wide->c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES)
        return windowsFailure(GetLastError(), path);
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return base::failure(ErrorCode::FileNotRegular, path);
    Changeable wiped(*wide);
    Handle file(CreateFileW(wide->c_str(), GENERIC_WRITE | FILE_READ_ATTRIBUTES, 0, nullptr, OPEN_EXISTING,
                            FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_WRITE_THROUGH, nullptr));
    if (!file.isOpen())
        return windowsFailure(GetLastError(), path);
    BY_HANDLE_FILE_INFORMATION info{};
    if (isLink(file.get()))
        return base::failure(ErrorCode::FileIsSymlink, path);
    if (!GetFileInformationByHandle(file.get(), &info))
        return windowsFailure(GetLastError(), path);
    if (info.nNumberOfLinks != 1)
        return base::failure(ErrorCode::TargetUnsafe, path, "several names");
    static constexpr std::array<char, 64 * 1024> zeros{};
    std::uint64_t left = (static_cast<std::uint64_t>(info.nFileSizeHigh) << 32U) | info.nFileSizeLow;
    while (left > 0) {
        DWORD count = 0;
        const auto length = static_cast<DWORD>(std::min<std::uint64_t>(left, zeros.size()));
        if (!WriteFile(file.get(), zeros.data(), length, &count, nullptr))
            return windowsFailure(GetLastError(), path);
        left -= count;
    }
    if (!FlushFileBuffers(file.get()))
        return windowsFailure(GetLastError(), path);
    file.close();
    wiped.done();
    const DWORD number = withPatience([&] { return numberOf(DeleteFileW(wide->c_str())); });
    if (number != ERROR_SUCCESS)
        return windowsFailure(number, path);
    return {};
}

} // namespace certwright::files
