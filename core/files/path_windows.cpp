// Why: on Windows a path is absolute with a drive ("C:/a") or a server ("//server/share").
#include "core/files/path.h"

namespace certwright::files {

bool isAbsolute(std::string_view path) {
    const auto slash = [](char c) { return c == '/' || c == '\\'; };
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (path.size() >= 2 && slash(path[0]) && slash(path[1]))
        return true;
    return path.size() >= 3 && letter(path[0]) && path[1] == ':' && slash(path[2]);
}

} // namespace certwright::files
