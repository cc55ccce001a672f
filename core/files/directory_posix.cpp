// Why: O_NOFOLLOW guards the last component only (open(2)), so the folders above are opened one from the
// other.
#include "core/files/directory_posix.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace certwright::files {

using base::ErrorCode;

Descriptor::Descriptor(Descriptor&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

Descriptor::~Descriptor() {
    close();
}

int Descriptor::close() {
    const int descriptor = std::exchange(m_descriptor, -1);
    if (descriptor < 0 || ::close(descriptor) == 0)
        return 0;
    return errno == EINTR ? 0 : errno; // on Linux the descriptor is gone even then
}

int Descriptor::release() {
    return std::exchange(m_descriptor, -1);
}

namespace {

ErrorCode codeOf(int number) {
    switch (number) {
    case ENOENT:
        return ErrorCode::FileNotFound;
    case EEXIST:
    case ENOTEMPTY:
        return ErrorCode::FileExists;
    case EACCES:
    case EPERM:
        return ErrorCode::FileAccessDenied;
    case ELOOP:
        return ErrorCode::FileIsSymlink;
    case ENOTDIR:
        return ErrorCode::FolderNotRegular;
    case EISDIR:
    case ENXIO:
        return ErrorCode::FileNotRegular;
    case EFBIG:
        return ErrorCode::FileTooLarge;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::DiskFull;
    case EROFS:
        return ErrorCode::ReadOnlyFileSystem;
    case ENAMETOOLONG:
    case EINVAL:
    case EXDEV:
        return ErrorCode::InvalidArgument;
    default:
        return ErrorCode::InputOutput;
    }
}

// step opens the folder `name` in `folder`. Linux answers ENOTDIR for a symbolic link here, as for a file.
base::Result<Descriptor> step(int folder, const std::string& name, int flags, const std::string& path) {
    Descriptor next(::openat(folder, name.c_str(), flags | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (next.isOpen())
        return next;
    const int number = errno;
    return systemFailure(number == ENOTDIR && isSymlinkAt(folder, name) ? ELOOP : number, path);
}

// walk opens `folder` (as text), its last component with `flags`, those above with O_PATH, for which the
// right to search them is enough.
base::Result<Descriptor> walk(std::string_view folder, int flags, const std::string& path) {
    const std::string start = !folder.empty() && folder.front() == '/' ? "/" : ".";
    auto current = step(AT_FDCWD, start, O_PATH, path);
    while (current && !folder.empty()) {
        const std::size_t end = folder.find('/');
        const std::string_view part = folder.substr(0, end);
        folder.remove_prefix(end == std::string_view::npos ? folder.size() : end + 1);
        if (part.empty() || part == ".")
            continue;

        current = step(current->get(), std::string(part), O_PATH, path);
    }
    if (!current || flags == O_PATH)
        return current;
    return step(current->get(), ".", flags, path);
}

bool hasNul(const std::string& path) {
    return path.find('\0') != std::string::npos;
}

} // namespace

tl::unexpected<base::Error> systemFailure(int number, const std::string& path) {
    return base::failure(codeOf(number), path, std::strerror(number));
}

base::Result<Place> openPlace(const std::string& path) {
    const std::string plain = withoutEndingSlashes(path);
    const std::size_t slash = plain.rfind('/');
    Place place;
    place.name = slash == std::string::npos ? plain : plain.substr(slash + 1);
    if (place.name.empty() || place.name == "." || place.name == ".." || hasNul(path))
        return base::failure(ErrorCode::InvalidArgument, path);
    auto folder =
        walk(slash == std::string::npos ? std::string_view() : std::string_view(plain).substr(0, slash + 1),
             O_PATH, path);
    if (!folder)
        return tl::unexpected<base::Error>(std::move(folder.error()));
    place.folder = std::move(*folder);
    return place;
}

base::Result<Descriptor> openFolder(const std::string& path) {
    if (path.empty() || hasNul(path))
        return base::failure(ErrorCode::InvalidArgument, path);
    return walk(path, O_RDONLY, path);
}

bool isSymlinkAt(int folder, const std::string& name) {
    struct stat status {};
    return ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

std::string withoutEndingSlashes(const std::string& path) {
    const std::size_t last = path.find_last_not_of('/');
    if (last == std::string::npos)
        return path.substr(0, 1);
    return path.substr(0, last + 1);
}

} // namespace certwright::files
