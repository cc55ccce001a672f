// Why: what `stat` says of a file is judged in check and plan and recorded by apply; a plain value lets them do so
// without touching a disk.
#pragma once

#include <cstdint>

namespace certwright::base {

enum class FileKind { Regular, Folder, Symlink, Other };

// Owner is a POSIX user and group number. On Windows both are 0: there a file belongs to the account that made it, and
// "owner only" is a protected DACL.
struct Owner {
    std::uint32_t user = 0;
    std::uint32_t group = 0;

    bool operator==(const Owner&) const = default;
};

// FileInfo is what the file system says of one path. `mode` holds the lower 12 POSIX bits; on Windows 0400/0600 stand
// for "owner only" and 0644 for everything wider.
struct FileInfo {
    FileKind kind = FileKind::Other;
    std::uint64_t size = 0;
    std::uint32_t mode = 0;
    Owner owner;
    std::uint64_t links = 1;
    std::uint64_t device = 0;
};

} // namespace certwright::base
