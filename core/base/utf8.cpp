// Why: one decoder for UTF-8, used by the checks and by what makes foreign text safe to show.
#include "core/base/utf8.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace certwright::base {

namespace {

constexpr char32_t malformed = 0xFFFFFFFF;

struct Decoded {
    char32_t codePoint;
    std::size_t length;
};

// decode reads the code point at the front of a non-empty `text`; a malformed octet is one unit of length 1.
Decoded decode(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = at(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return {malformed, 1};
    char32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0U) != 0x80U)
            return {malformed, 1};
        value = (value << 6U) | (at(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {malformed, 1};
    return {value, length};
}

bool steersTheReader(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool direction = (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || direction || c == 0x2028 || c == 0x2029;
}

std::string escaped(char32_t c)
{
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), c < 0x100 ? "\\x%02X" : "\\u{%04X}", static_cast<unsigned>(c));
    return buffer.data();
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.codePoint == malformed)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::size_t utf8Length(std::string_view text)
{
    std::size_t count = 0;
    while (!text.empty()) {
        text.remove_prefix(decode(text).length);
        ++count;
    }
    return count;
}

std::string printable(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.codePoint == malformed)
            out += "\xEF\xBF\xBD";
        else if (steersTheReader(next.codePoint))
            out += escaped(next.codePoint);
        else
            out += text.substr(0, next.length);
        text.remove_prefix(next.length);
    }
    return out;
}

} // namespace certwright::base
