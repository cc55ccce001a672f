// Why: on Windows a path is absolute with a drive ("C:/a") or a server ("//server/share"), and a slash in
// front leaves the folder that one works in ("/a" is on the same drive).
#include "core/files/path.h"
#include "core/files/path_parts.h"

#include <algorithm>
#include <string>

#include <windows.h>

namespace certwright::files {

namespace {

bool isSlash(char c) {
    return c == '/' || c == '\\';
}

bool beginsWithDrive(std::string_view path) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return path.size() >= 3 && letter(path[0]) && path[1] == ':' && isSlash(path[2]);
}

std::wstring wide(std::string_view text) {
    const int size = static_cast<int>(text.size());
    std::wstring out(text.size(), L'\0'); // never more UTF-16 units than UTF-8 octets
    const int length = MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), size);
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    return out;
}

} // namespace

bool isAbsolute(std::string_view path) {
    return (!path.empty() && isSlash(path.front())) || beginsWithDrive(path);
}

std::size_t rootLength(std::string_view path) {
    if (beginsWithDrive(path))
        return 3;
    if (path.size() < 2 || !isSlash(path[0]) || !isSlash(path[1]))
        return !path.empty() && isSlash(path[0]) ? 1 : 0;
    const std::size_t server = std::min(path.find_first_of("/\\", 2), path.size());
    const std::size_t share =
        std::min(path.find_first_of("/\\", std::min(server + 1, path.size())), path.size());
    return std::min(share + 1, path.size());
}

bool isSameName(std::string_view one, std::string_view other) {
    if (one == other)
        return true;
    const std::wstring left = wide(one);
    const std::wstring right = wide(other);
    return CompareStringOrdinal(left.c_str(), static_cast<int>(left.size()), right.c_str(),
                                static_cast<int>(right.size()), TRUE) == CSTR_EQUAL;
}

} // namespace certwright::files
