// Why: everything that touches a disk goes through these few verbs, so that planners can be given the reading
// half only, tests can fail each verb, and SFTP can come later behind the same interface.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/file_info.h"
#include "core/base/result.h"

namespace certwright::files {

// Links says what to do where the last component of a path is a symbolic link.
enum class Links { Refuse, Follow };

// Volume is the file system that a folder lies on. `kind` is the system's name for it ("ext4", "nfs");
// `keepsModes`: owners and modes are really stored there; `exchanges`: exchange() works there.
enum class Reach { Local, Network };
struct Volume {
    std::string kind;
    Reach reach = Reach::Local;
    bool readOnly = false;
    bool keepsModes = true;
    bool exchanges = false;
};

// OpenFile is an open regular file whose octets are read in pieces. It stays the file that was opened,
// whatever its name stands for later.
class OpenFile {
  public:
    OpenFile() = default;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    virtual ~OpenFile() = default;

    // size returns how many octets there were when it was opened.
    virtual std::uint64_t size() const = 0;
    // readAt fills `place` from octet `at` on as far as it can and returns how many octets it read; 0 at the
    // end. InputOutput.
    virtual base::Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const = 0;
};

// NewContent hands out what a new file shall hold.
class NewContent {
  public:
    NewContent() = default;
    NewContent(const NewContent&) = delete;
    NewContent& operator=(const NewContent&) = delete;
    virtual ~NewContent() = default;

    // next fills `place` as far as it can and returns how many octets it wrote; 0 at the end. After a failure
    // nothing more is asked.
    virtual base::Result<std::size_t> next(std::span<std::uint8_t> place) = 0;
};

// FileReader reads. Paths are UTF-8, absolute or relative to the working folder. Common failures:
// FileNotFound, FileAccessDenied, FileInUse (Windows: another program has it open), InputOutput; the path is
// the error's subject.
class FileReader {
  public:
    FileReader() = default;
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;
    virtual ~FileReader() = default;

    // stat describes `path` itself; with Refuse a symbolic link is described as such (FileKind::Symlink).
    virtual base::Result<base::FileInfo> stat(const std::string& path, Links links) const = 0;
    // read returns the whole of a regular file. With Refuse no link is followed anywhere on the way, as the
    // writing verbs do it: what is read may be stored for the owner of the folder. FileTooLarge if it holds
    // more than `maximum` octets (a file that grows while it is read included), FileNotRegular for a folder,
    // device or pipe (never blocks on one), FileIsSymlink where refused.
    virtual base::Result<base::Bytes> read(const std::string& path, std::uint64_t maximum,
                                           Links links) const = 0;
    // open opens a regular file to be read in pieces; what it follows and how it fails as read. Where a
    // reader has no pieces to give it reads the whole, up to `maximum` octets.
    virtual base::Result<std::unique_ptr<OpenFile>> open(const std::string& path, std::uint64_t maximum,
                                                         Links links) const;
    // list returns the names in a folder, sorted, without "." and "..".
    virtual base::Result<std::vector<std::string>> list(const std::string& folder) const = 0;
    // resolve returns the absolute path without symbolic links, "." and ".."; everything must exist.
    virtual base::Result<std::string> resolve(const std::string& path) const = 0;
    // freeSpace returns the octets that an ordinary user may still write at `folder`.
    virtual base::Result<std::uint64_t> freeSpace(const std::string& folder) const = 0;
    // volume describes the file system that the existing `folder` lies on.
    virtual base::Result<Volume> volume(const std::string& folder) const = 0;
    // hasAccessList tells whether an access control list gives accounts access that the mode of `path` does
    // not show (POSIX.1e; false where the system has none).
    virtual base::Result<bool> hasAccessList(const std::string& path) const = 0;
    // storedMode returns what stat will say of a file or folder that was given `mode`: `mode` itself where
    // modes are stored. Windows stores who besides the owner may come in, and whether a file may be written,
    // no more.
    virtual std::uint32_t storedMode(std::uint32_t mode, base::FileKind kind) const;
    // self is the owner that new files get.
    virtual base::Owner self() const = 0;
    // accountName returns the login name of a user number, or the number as text.
    virtual std::string accountName(std::uint32_t user) const = 0;
};

// FileSystem also writes. No verb follows a symbolic link in any component of its path: each folder is opened
// from the one above it (FileIsSymlink otherwise). Failures also: DiskFull, ReadOnlyFileSystem, FileExists.
class FileSystem : public FileReader {
  public:
    // writeNew makes a file that must not exist: its final mode (and owner, where given and permitted) before
    // its first octet, then the content, then fsync. On failure the file is gone again.
    virtual base::Status writeNew(const std::string& path, base::ByteView content, std::uint32_t mode,
                                  std::optional<base::Owner> owner) = 0;
    // writeNewFrom does the same with content that comes in pieces; it also fails as `content` does. Where a
    // system has no use for pieces they are gathered first.
    virtual base::Status writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                                      std::optional<base::Owner> owner);
    // replace renames `from` over `to` atomically (same file system); `to` may be missing.
    virtual base::Status replace(const std::string& from, const std::string& to) = 0;
    // remove unlinks a file (not a folder); FileNotFound if it is missing.
    virtual base::Status remove(const std::string& path) = 0;
    // setMode sets the lower 12 mode bits of a file or folder that is no symbolic link.
    virtual base::Status setMode(const std::string& path, std::uint32_t mode) = 0;
    // makeFolder makes one folder with exactly `mode`; FileExists if something is there.
    virtual base::Status makeFolder(const std::string& path, std::uint32_t mode,
                                    std::optional<base::Owner> owner) = 0;
    // removeFolder removes an empty folder.
    virtual base::Status removeFolder(const std::string& path) = 0;
    // exchange swaps the names of two existing folders of one file system in one step. NotSupported where
    // the file system or the system cannot.
    virtual base::Status exchange(const std::string& one, const std::string& other) = 0;
    // link gives a regular file (no symbolic link) a second name on its file system. NotSupported where that
    // is not to be had; FileExists if `to` is there.
    virtual base::Status link(const std::string& from, const std::string& to) = 0;
    // wipe overwrites the content of a regular file with exactly one name, makes that durable and removes the
    // file. FileIsSymlink, FileNotRegular, or TargetUnsafe for one with several names: then nothing was
    // touched. What the disk keeps elsewhere (SSD, snapshots) is beyond it.
    virtual base::Status wipe(const std::string& path) = 0;
    // syncFolder makes renames and removals in `path` durable.
    virtual base::Status syncFolder(const std::string& path) = 0;
};

// localFileSystem is this computer's.
std::unique_ptr<FileSystem> localFileSystem();

// readIfThere returns nothing when `path` does not exist, else what read() returns.
base::Result<std::optional<base::Bytes>> readIfThere(const FileReader& reader, const std::string& path,
                                                     std::uint64_t maximum, Links links);

} // namespace certwright::files
