// Why: a path checked by name can be another path by the time it is used; a folder held open cannot. Inside
// this room's POSIX half only.
#pragma once

#include <string>
#include <sys/types.h>

#include "core/base/result.h"

namespace certwright::files {

// Descriptor owns an open file descriptor; -1 is none.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    // close closes now and returns 0, or the error number: a disk quota may be noticed only here (close(2)).
    int close();
    // release hands the descriptor to the caller, who closes it.
    int release();

  private:
    int m_descriptor = -1;
};

// Place is an open folder (for openat and its kin only) and a plain name in it.
struct Place {
    Descriptor folder;
    std::string name;
};

// systemFailure is the Error for an errno value about `path`, with strerror as detail.
tl::unexpected<base::Error> systemFailure(int number, const std::string& path);
// openPlace opens the folder that holds `path`, component by component from "/" (or the working folder)
// without following a symbolic link. InvalidArgument if the last component is none that a file can have ("",
// ".", "..").
base::Result<Place> openPlace(const std::string& path);
// openFolder opens the folder `path` the same way, for reading and fsync.
base::Result<Descriptor> openFolder(const std::string& path);
// isSymlinkAt tells whether `name` in the open `folder` is a symbolic link.
bool isSymlinkAt(int folder, const std::string& name);
// withoutEndingSlashes strips slashes at the end ("link/" would be followed whatever the flags say).
std::string withoutEndingSlashes(const std::string& path);

} // namespace certwright::files
