// Why: on POSIX one slash in front makes a path absolute.
#include "core/files/path.h"

namespace certwright::files {

bool isAbsolute(std::string_view path) {
    return !path.empty() && path.front() == '/';
}

} // namespace certwright::files
