// Why: rather one quote too many than a value that one reader takes for a number.
#include "core/config/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

bool isOneOf(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Words that YAML 1.1 (yaml.org/type) or 1.2 resolves to null, a truth value or a float.
bool isReservedWord(std::string_view value) {
    static constexpr std::array<std::string_view, 14> words{
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "+.inf", "-.inf", ".nan", "~"};
    std::string lower(value);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

// looksNumeric is true for everything that any YAML reads as integer, float, sexagesimal or timestamp, and
// for more.
bool looksNumeric(std::string_view value) {
    const bool begins =
        value.front() == '.' || value.front() == '+' || (value.front() >= '0' && value.front() <= '9');
    return begins &&
           value.find_first_not_of("0123456789abcdefABCDEFxXoO_.:,+- TtZz") == std::string_view::npos;
}

bool carriesPlain(std::string_view value) {
    if (value.empty() || (!isLetterOrDigit(value.front()) && !isOneOf(value.front(), "/_.")))
        return false;
    const auto allowed = [](char c) { return isLetterOrDigit(c) || isOneOf(c, "/_.+,=:@%~- "); };
    if (!std::all_of(value.begin(), value.end(), allowed) || value.back() == ' ' || value.back() == ':')
        return false;
    return value.find(": ") == std::string_view::npos && !isReservedWord(value) && !looksNumeric(value);
}

// needsEscape is true for characters that only a double-quoted scalar can carry safely.
bool needsEscape(std::string_view rest) {
    const char c = rest.front();
    if (static_cast<unsigned char>(c) < 0x80U)
        return static_cast<unsigned char>(c) < 0x20U || c == '\x7F';
    static constexpr std::array<std::string_view, 5> wide{"\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF",
                                                          "\xEF\xBF\xBE", "\xEF\xBF\xBF"};
    const bool c1 = c == '\xC2' && rest.size() > 1 && rest[1] < '\xA0';
    return c1 ||
           std::any_of(wide.begin(), wide.end(), [&](std::string_view w) { return rest.starts_with(w); });
}

bool carriesSingle(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (needsEscape(value.substr(i)))
            return false;
    }
    return true;
}

std::string singleQuoted(std::string_view value) {
    std::string out = "'";
    for (const char c : value)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

// escapeOf writes the character at the front of `rest`, which needsEscape, and removes it.
std::string escapeOf(std::string_view& rest) {
    const auto octet = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(rest[i]));
    };
    std::array<char, 8> buffer{};
    std::size_t length = 1;
    if (octet(0) < 0x80U) {
        std::snprintf(buffer.data(), buffer.size(), "\\x%02X", octet(0));
    } else if (octet(0) == 0xC2U) {
        length = 2;
        std::snprintf(buffer.data(), buffer.size(), "\\x%02X", octet(1));
    } else {
        length = 3;
        std::snprintf(buffer.data(), buffer.size(), "\\u%04X",
                      ((octet(0) & 0x0FU) << 12U) | ((octet(1) & 0x3FU) << 6U) | (octet(2) & 0x3FU));
    }
    rest.remove_prefix(length);
    return buffer.data();
}

std::string doubleQuoted(std::string_view value) {
    std::string out = "\"";
    while (!value.empty()) {
        if (needsEscape(value)) {
            out += escapeOf(value);
            continue;
        }
        if (isOneOf(value.front(), "\"\\"))
            out += '\\';
        out += value.front();
        value.remove_prefix(1);
    }
    return out + "\"";
}

std::size_t plainStop(std::string_view text, std::size_t offset) {
    const auto blankAt = [&](std::size_t i) { return i >= text.size() || isOneOf(text[i], " \t\r\n"); };
    std::size_t stop = offset;
    for (std::size_t i = offset; i < text.size() && !isOneOf(text[i], "\r\n"); ++i) {
        if ((text[i] == ':' && blankAt(i + 1)) || (text[i] == '#' && i > offset && blankAt(i - 1)))
            break;
        if (!blankAt(i))
            stop = i + 1;
    }
    return stop;
}

} // namespace

ScalarStyle styleAt(std::string_view text, std::size_t offset) {
    switch (offset < text.size() ? text[offset] : ' ') {
    case '"':
        return ScalarStyle::DoubleQuoted;
    case '\'':
        return ScalarStyle::SingleQuoted;
    case '|':
    case '>':
        return ScalarStyle::Block;
    default:
        return ScalarStyle::Plain;
    }
}

std::optional<std::size_t> quotedStop(std::string_view text, std::size_t offset) {
    const char quote = text[offset];
    for (std::size_t i = offset + 1; i < text.size(); ++i) {
        const bool doubled = quote == '\'' && text[i] == quote && i + 1 < text.size() && text[i + 1] == quote;
        if (doubled || (quote == '"' && text[i] == '\\'))
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return std::nullopt;
}

std::optional<std::size_t> scalarStop(std::string_view text, std::size_t offset) {
    const ScalarStyle style = styleAt(text, offset);
    if (style == ScalarStyle::Plain)
        return plainStop(text, offset);
    const auto stop = style == ScalarStyle::Block ? std::nullopt : quotedStop(text, offset);
    return stop && *stop <= lineStop(text, offset) ? stop : std::nullopt;
}

std::string writeScalar(std::string_view value, ScalarStyle wanted) {
    if (wanted == ScalarStyle::Plain && carriesPlain(value))
        return std::string(value);
    if (wanted != ScalarStyle::DoubleQuoted && carriesSingle(value))
        return singleQuoted(value);
    return doubleQuoted(value);
}

} // namespace certwright::config
