// Why: FileReader names whole paths and returns whole lists and files; a search through a million files wants
// to hold a folder open, take its entries one by one, look at the first octets of a file, and never be led
// astray by a link that was put there meanwhile.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/base/file_info.h"
#include "core/base/result.h"

namespace certwright::files {

// FolderFile is a regular file that was opened for reading, at its beginning. Errors name the file's path.
class FolderFile {
  public:
    FolderFile() = default;
    FolderFile(const FolderFile&) = delete;
    FolderFile& operator=(const FolderFile&) = delete;
    virtual ~FolderFile() = default;

    // size is that at the time of opening, in octets; mode as FileInfo::mode.
    virtual std::uint64_t size() const = 0;
    virtual std::uint32_t mode() const = 0;
    // read fills `out` from where the last read ended and returns how many octets there were; fewer than
    // asked for only at the end of the file.
    virtual base::Result<std::size_t> read(std::span<std::uint8_t> out) = 0;
    // rewind goes back to the first octet.
    virtual base::Status rewind() = 0;
};

// FolderEntry is one name in a folder, not followed if it is a link.
struct FolderEntry {
    std::string name;
    base::FileKind kind = base::FileKind::Other;
};

// Made tells a folder that lies on a disk from one that the system makes up (/proc, /sys …), in which reading
// has effects and ends nowhere.
enum class Made { Stored, Virtual };

// Folder is one that is held open. next() is for one thread; the others may be called from several.
class Folder {
  public:
    Folder() = default;
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    virtual ~Folder() = default;

    // next returns the next entry in the order of the disk, without "." and ".."; nothing at the end.
    virtual base::Result<std::optional<FolderEntry>> next() = 0;
    // folder opens the folder `name` in this one; FileIsSymlink if it is a link.
    virtual base::Result<std::unique_ptr<Folder>> folder(const std::string& name) const = 0;
    // file opens the regular file `name` in this one; FileIsSymlink for a link, FileNotRegular for anything
    // else that is no file (a pipe is not waited for).
    virtual base::Result<std::unique_ptr<FolderFile>> file(const std::string& name) const = 0;
    virtual Made made() const = 0;
    virtual const std::string& path() const = 0;
};

// openFolderAt opens the folder at `path`; links on the way are followed, since a person named it.
base::Result<std::unique_ptr<Folder>> openFolderAt(const std::string& path);

} // namespace certwright::files
