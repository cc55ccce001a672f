// Why: see shell_word.h.
#include "ui/text/shell_word.h"

#include <algorithm>
#include <string_view>

namespace certwright::text {

namespace {

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/\\._-+=:").find(c) != std::string_view::npos;
}

} // namespace

std::string shellWord(const std::string& word) {
    if (!word.empty() && std::ranges::all_of(word, isPlain))
        return word;
    std::string out = "'";
    for (const char c : word)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

} // namespace certwright::text
