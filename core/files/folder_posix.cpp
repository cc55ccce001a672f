// Why: openat and its kin know no path but a folder that is held open.
#include "core/files/folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/files/directory_posix.h"
#include "core/files/path.h"

namespace certwright::files {

using base::ErrorCode;
using base::FileKind;
using base::Result;

namespace {

constexpr int readFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

// Numbers of statfs(2) of file systems that the kernel makes up: proc, sysfs, cgroup (both), devpts, debugfs,
// tracefs, securityfs, selinuxfs, bpf, pstore, efivarfs, mqueue, configfs, fusectl, binfmt_misc.
constexpr std::array<std::uint32_t, 16> madeUp{
    0x9FA0,     0x62656572, 0x27E0EB,   0x63677270, 0x1CD1,     0x64626720, 0x74726163, 0x73636673,
    0xF97CFF8C, 0xCAFE4A11, 0x6165676C, 0xDE5E81E4, 0x19800202, 0x62656570, 0x65735543, 0x42494E4D};

struct CloseFolder {
    void operator()(DIR* p) const { ::closedir(p); }
};

class LocalFile final : public FolderFile {
  public:
    LocalFile(Descriptor descriptor, const struct stat& status, std::string path)
        : m_descriptor(std::move(descriptor))
        , m_size(static_cast<std::uint64_t>(status.st_size))
        , m_mode(status.st_mode & 07777U)
        , m_path(std::move(path)) {}

    std::uint64_t size() const override { return m_size; }
    std::uint32_t mode() const override { return m_mode; }
    Result<std::size_t> read(std::span<std::uint8_t> out) override {
        std::size_t filled = 0;
        while (filled < out.size()) {
            const ssize_t count = ::read(m_descriptor.get(), out.data() + filled, out.size() - filled);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return systemFailure(errno, m_path);
            if (count == 0)
                break;
            filled += static_cast<std::size_t>(count);
        }
        return filled;
    }
    base::Status rewind() override {
        if (::lseek(m_descriptor.get(), 0, SEEK_SET) != 0)
            return systemFailure(errno, m_path);
        return {};
    }

  private:
    Descriptor m_descriptor;
    std::uint64_t m_size;
    std::uint32_t m_mode;
    std::string m_path;
};

FileKind kindOf(mode_t mode) {
    if (S_ISREG(mode))
        return FileKind::Regular;
    if (S_ISDIR(mode))
        return FileKind::Folder;
    return S_ISLNK(mode) ? FileKind::Symlink : FileKind::Other;
}

class LocalFolder final : public Folder {
  public:
    LocalFolder(DIR* stream, std::string path)
        : m_stream(stream)
        , m_path(std::move(path)) {}

    Result<std::optional<FolderEntry>> next() override;
    Result<std::unique_ptr<Folder>> folder(const std::string& name) const override;
    Result<std::unique_ptr<FolderFile>> file(const std::string& name) const override;
    Made made() const override;
    const std::string& path() const override { return m_path; }

  private:
    int descriptor() const { return ::dirfd(m_stream.get()); }
    FileKind kindOfEntry(const dirent& entry) const;

    std::unique_ptr<DIR, CloseFolder> m_stream;
    std::string m_path;
};

// openStream takes an open folder over.
Result<std::unique_ptr<Folder>> openStream(Descriptor descriptor, const std::string& path) {
    if (!descriptor.isOpen())
        return systemFailure(errno, path);
    DIR* stream = ::fdopendir(descriptor.get());
    if (stream == nullptr)
        return systemFailure(errno, path);
    descriptor.release();
    return std::make_unique<LocalFolder>(stream, path);
}

FileKind LocalFolder::kindOfEntry(const dirent& entry) const {
    switch (entry.d_type) {
    case DT_REG:
        return FileKind::Regular;
    case DT_DIR:
        return FileKind::Folder;
    case DT_LNK:
        return FileKind::Symlink;
    case DT_UNKNOWN:
        break;
    default:
        return FileKind::Other;
    }
    struct stat status {};
    return ::fstatat(descriptor(), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? kindOf(status.st_mode)
                                                                                    : FileKind::Other;
}

Result<std::optional<FolderEntry>> LocalFolder::next() {
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(m_stream.get());
        if (entry == nullptr && errno != 0)
            return systemFailure(errno, m_path);
        if (entry == nullptr)
            return std::nullopt;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            return FolderEntry{std::string(name), kindOfEntry(*entry)};
    }
}

Result<std::unique_ptr<Folder>> LocalFolder::folder(const std::string& name) const {
    return openStream(Descriptor(::openat(descriptor(), name.c_str(), folderFlags | O_NOFOLLOW)),
                      join(m_path, name));
}

Result<std::unique_ptr<FolderFile>> LocalFolder::file(const std::string& name) const {
    Descriptor file(::openat(descriptor(), name.c_str(), readFlags | O_NOFOLLOW));
    if (!file.isOpen())
        return systemFailure(errno, join(m_path, name));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return systemFailure(errno, join(m_path, name));
    if (!S_ISREG(status.st_mode))
        return base::failure(ErrorCode::FileNotRegular, join(m_path, name));
    return std::make_unique<LocalFile>(std::move(file), status, join(m_path, name));
}

Made LocalFolder::made() const {
    struct statfs status {};
    const bool made = ::fstatfs(descriptor(), &status) == 0 &&
                      std::ranges::find(madeUp, static_cast<std::uint32_t>(status.f_type)) != madeUp.end();
    return made ? Made::Virtual : Made::Stored;
}

} // namespace

Result<std::unique_ptr<Folder>> openFolderAt(const std::string& path) {
    return openStream(Descriptor(::open(path.c_str(), folderFlags)), path);
}

} // namespace certwright::files
