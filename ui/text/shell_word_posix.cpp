// Why: see shell_word.h.
#include "ui/text/shell_word.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/base/shell.h"
#include "core/base/utf8.h"

namespace certwright::text {

namespace {

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+,=@:").find(c) != std::string_view::npos;
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// $'…' takes every octet; what can be read stays as it is.
std::string escapedWord(const std::string& word, bool utf8) {
    std::string out = "$'";
    for (const char c : word) {
        const auto octet = static_cast<unsigned char>(c);
        if (isControl(c) || (octet >= 0x80 && !utf8))
            out += fmt::format("\\{:03o}", octet);
        else if (c == '\'' || c == '\\')
            out += std::string("\\") + c;
        else
            out += c;
    }
    return out + "'";
}

} // namespace

std::string shellWord(const std::string& word) {
    if (!word.empty() && std::ranges::all_of(word, isPlain))
        return word;
    const bool utf8 = base::isUtf8(word);
    if (!utf8 || std::ranges::any_of(word, isControl))
        return escapedWord(word, utf8);
    return base::singleQuoted(word);
}

} // namespace certwright::text
