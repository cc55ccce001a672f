// Why: see dns_name.h.
#include "core/check/names/dns_name.h"

#include <algorithm>
#include <memory>

#include <idn2.h>

#include "core/base/utf8.h"
#include "core/check/public_suffix.h"

namespace certwright::check::names {

namespace {

constexpr std::size_t longestLabel = 63;
constexpr std::size_t longestName = 253;
// A typed name is not read past this many octets: no A-label form of more is short enough.
constexpr std::size_t longestTyped = 1024;

struct FreeIdn {
    void operator()(char* p) const { idn2_free(p); }
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLabelCharacter(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || isDigit(c) || c == '-' || c == '_';
}

bool isHexDigit(char c) {
    return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view withoutFinalDot(std::string_view name) {
    return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

// aLabels converts a name with letters beyond ASCII; nothing if IDNA does not allow it.
std::optional<std::string> aLabels(std::string_view typed) {
    if (typed.size() > longestTyped || !base::isUtf8(typed) || typed.find('\0') != std::string_view::npos)
        return std::nullopt;
    char* ascii = nullptr;
    constexpr int flags = IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL;
    if (idn2_to_ascii_8z(std::string(typed).c_str(), &ascii, flags) != IDN2_OK)
        return std::nullopt;
    return std::string(std::unique_ptr<char, FreeIdn>(ascii).get());
}

} // namespace

bool isHostName(std::string_view name) {
    if (name.empty() || name.size() > longestName)
        return false;
    std::size_t label = 0;
    for (const char c : name) {
        if (c == '.' ? label == 0 : !isLabelCharacter(c))
            return false;
        label = c == '.' ? 0 : label + 1;
        if (label > longestLabel)
            return false;
    }
    return label != 0;
}

bool isDomain(std::string_view name) {
    return name.empty() || isHostName(name);
}

bool looksLikeAddress(std::string_view name) {
    std::string_view last = name.substr(name.rfind('.') + 1);
    if (last.empty())
        return false;
    if (std::ranges::all_of(last, isDigit))
        return true;
    return last.size() >= 2 && last[0] == '0' && lower(last[1]) == 'x' &&
           std::ranges::all_of(last.substr(2), isHexDigit);
}

std::optional<std::string> askedHostName(std::string_view typed) {
    std::string name;
    if (isAscii(typed)) {
        name = lowered(typed);
    } else {
        const auto converted = aLabels(typed);
        if (!converted)
            return std::nullopt;
        name = lowered(*converted);
    }
    name = withoutFinalDot(name);
    if (!isHostName(name) || looksLikeAddress(name))
        return std::nullopt;
    return name;
}

bool equalHosts(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool isBelow(std::string_view name, std::string_view domain) {
    if (domain.empty() || equalHosts(name, domain))
        return true;
    return name.size() > domain.size() && name[name.size() - domain.size() - 1] == '.' &&
           equalHosts(name.substr(name.size() - domain.size()), domain);
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

std::optional<std::string_view> wildcardRest(std::string_view name) {
    if (name == "*")
        return std::string_view();
    if (!name.starts_with("*.") || !isHostName(name.substr(2)))
        return std::nullopt;
    return name.substr(2);
}

bool coversName(std::string_view presented, std::string_view asked, WildcardReach reach) {
    const auto rest = wildcardRest(presented);
    if (!rest)
        return isHostName(presented) && equalHosts(presented, asked);
    const std::size_t dot = asked.find('.');
    if (dot == std::string_view::npos || dot == 0 || rest->find('.') == std::string_view::npos ||
        !equalHosts(*rest, asked.substr(dot + 1)))
        return false;
    return reach == WildcardReach::TwoLabels || !isPublicSuffix(lowered(*rest));
}

} // namespace certwright::check::names
