// Why: see uri_host.h.
#include "core/check/names/uri_host.h"

#include <algorithm>

#include "core/check/names/dns_name.h"

namespace certwright::check::names {

namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isScheme(std::string_view text) {
    return !text.empty() && isLetter(text[0]) && std::ranges::all_of(text, [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
}

// What no URI may hold unescaped, and what programs read differently in one.
bool isUriCharacter(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet > 0x20 && octet < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

} // namespace

std::optional<std::string_view> uriHostOf(std::string_view uri) {
    const std::size_t colon = uri.find(':');
    if (colon == std::string_view::npos || !isScheme(uri.substr(0, colon)) ||
        !std::ranges::all_of(uri, isUriCharacter))
        return std::nullopt;
    std::string_view rest = uri.substr(colon + 1);
    if (!rest.starts_with("//"))
        return std::nullopt;
    rest.remove_prefix(2);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    const std::size_t at = rest.find('@');
    if (at != std::string_view::npos)
        rest.remove_prefix(at + 1);
    const std::size_t port = rest.find(':');
    if (port != std::string_view::npos) {
        if (!std::ranges::all_of(rest.substr(port + 1), isDigit))
            return std::nullopt;
        rest = rest.substr(0, port);
    }
    if (rest.ends_with('.'))
        rest.remove_suffix(1);
    if (!isHostName(rest) || looksLikeAddress(rest))
        return std::nullopt;
    return rest;
}

} // namespace certwright::check::names
