// Why: PostgreSQL's own reading of a line (src/backend/utils/misc/guc-file.l and DeescapeQuotedString).
#include <algorithm>

#include "core/config/directive_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool isNameOctet(char c) {
    return isLetter(c) || isDigit(c);
}

bool isBareOctet(char c) {
    return isNameOctet(c) || c == '-' || c == '.' || c == ':' || c == '/';
}

std::size_t skip(std::string_view line, std::size_t at, std::string_view octets) {
    return std::min(line.find_first_not_of(octets, at), line.size());
}

// A name, a word or a number; 0xFF, 1.5e3, -1 and 10MB are numbers.
bool isBare(std::string_view value) {
    if (value.empty())
        return false;
    if (isLetter(value.front()))
        return std::ranges::all_of(value, isBareOctet);
    const std::size_t sign = value.front() == '-' || value.front() == '+' ? 1 : 0;
    const auto inNumber = [](char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || (isLetter(c) && c != '_');
    };
    return value.size() > sign && (isDigit(value[sign]) || value[sign] == '.') &&
           std::ranges::all_of(value.substr(sign), inNumber);
}

bool isWholeNumber(std::string_view value) {
    return !value.empty() && value.size() < 10 && std::ranges::all_of(value, isDigit);
}

bool isFlag(std::string_view value) {
    return value == "on" || value == "off" || value == "true" || value == "false";
}

// The offset behind the closing quote; npos if there is none.
std::size_t quotedEnd(std::string_view line, std::size_t start) {
    for (std::size_t i = start + 1; i < line.size(); ++i) {
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '\'' && i + 1 < line.size() && line[i + 1] == '\'')
            ++i;
        else if (line[i] == '\'')
            return i + 1;
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view inner) {
    std::string value;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] == '\'') {
            ++i;
            value += '\'';
            continue;
        }
        if (inner[i] != '\\' || i + 1 == inner.size()) {
            value += inner[i];
            continue;
        }
        ++i;
        constexpr std::string_view codes = "bfnrt";
        constexpr std::string_view meanings = "\b\f\n\r\t";
        const std::size_t known = codes.find(inner[i]);
        unsigned octet = 0;
        std::size_t digits = 0;
        while (digits < 3 && i + digits < inner.size() && inner[i + digits] >= '0' &&
               inner[i + digits] <= '7')
            octet = octet * 8U + static_cast<unsigned>(inner[i + digits++] - '0');
        if (digits > 0) {
            value += static_cast<char>(octet & 0xFFU);
            i += digits - 1;
        } else {
            value += known == std::string_view::npos ? inner[i] : meanings[known];
        }
    }
    return value;
}

bool isName(std::string_view name) {
    const std::size_t dot = name.find('.');
    const auto plain = [](std::string_view part) {
        return !part.empty() && isLetter(part.front()) && std::ranges::all_of(part, isNameOctet);
    };
    return plain(name.substr(0, dot)) && (dot == std::string_view::npos || plain(name.substr(dot + 1)));
}

// settingOf reads a line whose first octet that counts is at `first`; nothing if the service refuses it.
std::optional<Directive> settingOf(const TextLine& line, std::size_t first) {
    const std::string_view text = line.text;
    constexpr std::string_view spaces = " \t\r";
    std::size_t at = first;
    while (at < text.size() && isBareOctet(text[at]))
        ++at;
    const std::string_view name = text.substr(first, at - first);
    at = skip(text, at, spaces);
    if (at < text.size() && text[at] == '=')
        at = skip(text, at + 1, spaces);
    if (!isName(name) || at == text.size())
        return std::nullopt;
    const bool quoted = text[at] == '\'';
    const std::size_t end =
        quoted ? quotedEnd(text, at) : std::min(text.find_first_of(" \t\r#'=", at), text.size());
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view raw = text.substr(at, end - at);
    const std::size_t rest = skip(text, end, spaces);
    if ((!quoted && !isBare(raw)) || (rest < text.size() && text[rest] != '#'))
        return std::nullopt;
    return Directive{lowered(name),
                     quoted ? unescaped(raw.substr(1, raw.size() - 2)) : std::string(raw),
                     line.offset + first,
                     line.offset + end,
                     line.offset + at,
                     line.offset + end,
                     line.number,
                     quoted ? Quoting::Single : Quoting::Bare,
                     {}};
}

} // namespace

DirectiveText readPostgresql(std::string_view text) {
    DirectiveText read;
    for (const TextLine& line : splitLines(text)) {
        const std::size_t first = skip(line.text, 0, " \t\r");
        if (first == line.text.size())
            continue;
        const bool comment = line.text[first] == '#';
        auto setting = comment ? commentSetting(line.text.substr(first), line.offset + first, line.number)
                               : settingOf(line, first);
        if (setting)
            read.entries.push_back(std::move(*setting));
        else if (!comment) {
            read.fault = DirectiveFault{"syntax error", line.number};
            return read;
        }
    }
    return read;
}

std::string writePostgresql(std::string_view value, Quoting wanted) {
    // Bare only where nobody would quote it.
    if (wanted == Quoting::Bare && (isFlag(value) || isWholeNumber(value)))
        return std::string(value);
    std::string text = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\')
            text += c;
        text += c;
    }
    return text + "'";
}

} // namespace certwright::config
