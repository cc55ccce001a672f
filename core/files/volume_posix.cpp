// Why: Linux names file systems by number (statfs(2)) and keeps access control lists as an attribute
// (acl(5)).
#include "core/files/volume.h"

#include <array>
#include <cerrno>
#include <string_view>

#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>

#include "core/files/directory_posix.h"

namespace certwright::files {

namespace {

// Known is a file system by its number in statfs(2). What is not listed is taken to be local, with modes, and
// without exchange: the way that always works.
struct Known {
    std::uint32_t number;
    std::string_view kind;
    Reach reach;
    bool keepsModes;
    bool exchanges;
};

constexpr std::array known{
    Known{0xEF53, "ext4", Reach::Local, true, true},
    Known{0x58465342, "xfs", Reach::Local, true, true},
    Known{0x9123683E, "btrfs", Reach::Local, true, true},
    Known{0xF2F52010, "f2fs", Reach::Local, true, true},
    Known{0x01021994, "tmpfs", Reach::Local, true, true},
    Known{0x794C7630, "overlayfs", Reach::Local, true, true},
    Known{0x2FC12FC1, "zfs", Reach::Local, true, false},
    Known{0x6969, "nfs", Reach::Network, true, false},
    Known{0xFF534D42, "cifs", Reach::Network, false, false},
    Known{0xFE534D42, "smb2", Reach::Network, false, false},
    Known{0x517B, "smb", Reach::Network, false, false},
    Known{0x01021997, "9p", Reach::Network, true, false},
    Known{0x00C36400, "ceph", Reach::Network, true, false},
    Known{0x65735546, "fuse", Reach::Local, true, false},
    Known{0x4D44, "vfat", Reach::Local, false, false},
    Known{0x2011BAB0, "exfat", Reach::Local, false, false},
    Known{0x5346544E, "ntfs", Reach::Local, false, false},
    Known{0x7366746E, "ntfs3", Reach::Local, true, false},
};

} // namespace

base::Result<Volume> volumeAt(const std::string& folder) {
    struct statfs status {};
    struct statvfs flags {};
    if (::statfs(folder.c_str(), &status) != 0 || ::statvfs(folder.c_str(), &flags) != 0)
        return systemFailure(errno, folder);
    Volume volume;
    volume.kind = "unknown";
    for (const Known& entry : known)
        if (entry.number == static_cast<std::uint32_t>(status.f_type)) {
            volume.kind = entry.kind;
            volume.reach = entry.reach;
            volume.keepsModes = entry.keepsModes;
            volume.exchanges = entry.exchanges;
        }
    volume.readOnly = (flags.f_flag & ST_RDONLY) != 0;
    return volume;
}

base::Result<bool> accessListAt(const std::string& path) {
    // The attribute is there only if the list says more than the mode.
    if (::lgetxattr(path.c_str(), "system.posix_acl_access", nullptr, 0) >= 0)
        return true;
    if (errno == ENODATA || errno == ENOTSUP)
        return false;
    return systemFailure(errno, path);
}

} // namespace certwright::files
