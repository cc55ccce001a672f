// Why: whoever keeps what he read wants to know cheaply whether it still stands there. Sizes and modes do not
// tell; what the system writes down of every change does.
#pragma once

#include <cstdint>
#include <string>

namespace certwright::files {

// Identity is what changes when a name gets another file, or the file other content: the file's numbers, its
// size, and when content and inode last changed (nanoseconds of the system's clock; on Windows 100 ns, and
// the content only). Two that are equal mean: the same file, untouched, but for two writes within one tick of
// the clock (some ms).
struct Identity {
    bool exists = false;
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0;

    bool operator==(const Identity&) const = default;
};

// identityOf asks the system for what stands at `path` itself (of a link: the link). What is missing or
// cannot be asked for does not exist.
Identity identityOf(const std::string& path);

} // namespace certwright::files
