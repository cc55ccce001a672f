// Why: what a DNS name in a certificate may look like (RFC 1034 section 3.5, RFC 5890), label by label.
#pragma once

#include <algorithm>
#include <string_view>

namespace certwright::check {

// anyLabel tells whether `broken` holds for one of the labels; an empty label counts as one.
template <typename Predicate> bool anyLabel(std::string_view name, Predicate broken) {
    while (true) {
        const std::size_t dot = std::min(name.find('.'), name.size());
        if (broken(name.substr(0, dot)))
            return true;
        if (dot == name.size())
            return false;
        name.remove_prefix(dot + 1);
    }
}

// isLetterOrDigit knows ASCII only.
inline bool isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// baseName is the name without "*." in front and without a dot at the end.
std::string_view baseName(std::string_view name);

// hasAlabelPrefix: "xn--" in any case. isValidAlabel tells whether what follows is Punycode (RFC 3492) of a
// label with at least one character outside ASCII.
bool hasAlabelPrefix(std::string_view label);
bool isValidAlabel(std::string_view label);

// isAddressText tells whether a name is four numbers as in 192.0.2.1, or holds a colon as IPv6 addresses do.
bool isAddressText(std::string_view name);

} // namespace certwright::check
