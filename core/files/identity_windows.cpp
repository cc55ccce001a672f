// Why: GetFileInformationByHandle gives numbers, size and the time of the last write.
#include "core/files/identity.h"

#include "core/files/system_windows.h"

namespace certwright::files {

Identity identityOf(const std::string& path) {
    const auto wide = widePath(path);
    if (!wide)
        return {};
    const Handle file(CreateFileW(
        wide->c_str(), FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
        OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    BY_HANDLE_FILE_INFORMATION info{};
    if (!file.isOpen() || !GetFileInformationByHandle(file.get(), &info))
        return {};
    const auto joined = [](DWORD high, DWORD low) { return (static_cast<std::uint64_t>(high) << 32U) | low; };
    const FILETIME written = info.ftLastWriteTime;
    return {true,
            info.dwVolumeSerialNumber,
            joined(info.nFileIndexHigh, info.nFileIndexLow),
            joined(info.nFileSizeHigh, info.nFileSizeLow),
            static_cast<std::int64_t>(joined(written.dwHighDateTime, written.dwLowDateTime)),
            0};
}

} // namespace certwright::files
