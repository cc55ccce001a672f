// Why: on POSIX one slash in front makes a path absolute.
#include "core/files/path.h"
#include "core/files/path_parts.h"

namespace certwright::files {

bool isAbsolute(std::string_view path) {
    return !path.empty() && path.front() == '/';
}

std::size_t rootLength(std::string_view path) {
    return isAbsolute(path) ? 1 : 0;
}

bool isSameName(std::string_view one, std::string_view other) {
    return one == other;
}

} // namespace certwright::files
