// Why: see open_file_posix.h.
#include "core/files/open_file_posix.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/files/directory_posix.h"

namespace certwright::files {

using base::Bytes;
using base::ErrorCode;
using base::Result;

namespace {

// openToRead follows links everywhere or nowhere. O_NONBLOCK: opening a pipe that nobody writes to would wait
// for ever.
Result<Descriptor> openToRead(const std::string& path, Links links) {
    constexpr int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    Descriptor file;
    if (links == Links::Follow) {
        file = Descriptor(::open(withoutEndingSlashes(path).c_str(), flags));
    } else {
        const auto place = openPlace(path);
        if (!place)
            return tl::unexpected<base::Error>(place.error());
        file = Descriptor(::openat(place->folder.get(), place->name.c_str(), flags | O_NOFOLLOW));
    }
    if (!file.isOpen())
        return systemFailure(errno, path);
    return file;
}

// readAll reads to the end, at most `maximum` octets; what it had to outgrow is wiped, since it may be a key.
Result<Bytes> readAll(int file, std::uint64_t expected, std::uint64_t maximum, const std::string& path) {
    Bytes content(static_cast<std::size_t>(std::min(expected, maximum)) + 1);
    std::size_t filled = 0;
    for (;;) {
        if (filled == content.size()) {
            Bytes larger(content.size() * 2);
            std::copy(content.begin(), content.end(), larger.begin());
            base::wipe(content);
            content = std::move(larger);
        }
        const ssize_t count = ::read(file, content.data() + filled, content.size() - filled);
        const int number = errno;
        if (count < 0 && number == EINTR)
            continue;
        if (count > 0)
            filled += static_cast<std::size_t>(count);
        if (count > 0 && filled <= maximum)
            continue;
        if (count != 0)
            base::wipe(content);
        if (count < 0)
            return systemFailure(number, path);
        if (count > 0)
            return base::failure(ErrorCode::FileTooLarge, path);
        content.resize(filled);
        return content;
    }
}

// LocalFile is an open file of this computer.
class LocalFile final : public OpenFile {
  public:
    LocalFile(Descriptor file, std::uint64_t size, std::string path)
        : m_file(std::move(file))
        , m_size(size)
        , m_path(std::move(path)) {}

    std::uint64_t size() const override { return m_size; }
    Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const override {
        for (;;) {
            const ssize_t count = ::pread(m_file.get(), place.data(), place.size(), static_cast<off_t>(at));
            if (count >= 0)
                return static_cast<std::size_t>(count);
            if (errno != EINTR)
                return systemFailure(errno, m_path);
        }
    }

  private:
    Descriptor m_file;
    std::uint64_t m_size;
    std::string m_path;
};

// openRegular opens a regular file of at most `maximum` octets and says how many it has.
Result<Descriptor> openRegular(const std::string& path, std::uint64_t maximum, Links links,
                               std::uint64_t& size) {
    auto file = openToRead(path, links);
    if (!file)
        return file;
    struct stat status {};
    if (::fstat(file->get(), &status) != 0)
        return systemFailure(errno, path);
    if (!S_ISREG(status.st_mode))
        return base::failure(ErrorCode::FileNotRegular, path);
    size = static_cast<std::uint64_t>(status.st_size);
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
