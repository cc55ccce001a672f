// Why: Windows names the file system of a drive; "owner only" is an access list there, which stands for a
// mode.
#include "core/files/volume.h"

#include <array>

#include "core/files/system_windows.h"

namespace certwright::files {

base::Result<Volume> volumeAt(const std::string& folder) {
    std::array<wchar_t, MAX_PATH + 1> mount{};
    const auto wide = widePath(folder);
    if (!wide)
        return base::failure(base::ErrorCode::InvalidArgument, folder);
    if (GetVolumePathNameW(wide->c_str(), mount.data(), static_cast<DWORD>(mount.size())) == 0)
        return windowsFailure(GetLastError(), folder);
    std::array<wchar_t, MAX_PATH + 1> name{};
    DWORD flags = 0;
    if (GetVolumeInformationW(mount.data(), nullptr, 0, nullptr, nullptr, &flags, name.data(),
                              static_cast<DWORD>(name.size())) == 0)
        return windowsFailure(GetLastError(), folder);
    Volume volume;
    for (const wchar_t letter : name)
        if (letter != 0 && letter < 128)
            volume.kind += static_cast<char>(letter);
    volume.reach = GetDriveTypeW(mount.data()) == DRIVE_REMOTE ? files::Reach::Network : files::Reach::Local;
    volume.readOnly = (flags & FILE_READ_ONLY_VOLUME) != 0;
    volume.keepsModes = (flags & FILE_PERSISTENT_ACLS) != 0;
    return volume;
}

// The access list is what stands for the mode here (base::FileInfo), so it says nothing more than that.
base::Result<bool> accessListAt(const std::string&) {
    return false;
}

} // namespace certwright::files
