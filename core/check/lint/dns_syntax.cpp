// Why: see dns_syntax.h; Punycode is read here because nothing is shown in Unicode, it is only judged.
#include "core/check/lint/dns_syntax.h"

#include <cstdint>
#include <optional>

namespace certwright::check {

namespace {

// The parameters of RFC 3492 section 5.
constexpr std::uint32_t punycodeBase = 36;
constexpr std::uint32_t tMin = 1;
constexpr std::uint32_t tMax = 26;
constexpr std::uint32_t skew = 38;
constexpr std::uint32_t damp = 700;
constexpr std::uint32_t firstBias = 72;
constexpr std::uint32_t lastCodePoint = 0x10FFFF;

std::optional<std::uint32_t> digitOf(char c) {
    if (c >= 'a' && c <= 'z')
        return static_cast<std::uint32_t>(c - 'a');
    if (c >= 'A' && c <= 'Z')
        return static_cast<std::uint32_t>(c - 'A');
    if (c >= '0' && c <= '9')
        return static_cast<std::uint32_t>(c - '0') + 26;
    return std::nullopt;
}

std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, std::uint32_t divisor) {
    delta /= divisor;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > ((punycodeBase - tMin) * tMax) / 2; k += punycodeBase)
        delta /= punycodeBase - tMin;
    return k + (punycodeBase - tMin + 1) * delta / (delta + skew);
}

// variableInteger reads one delta off the front of `text` (RFC 3492 section 6.2).
std::optional<std::uint32_t> variableInteger(std::string_view& text, std::uint32_t bias) {
    std::uint64_t value = 0;
    std::uint64_t weight = 1;
    for (std::uint32_t k = punycodeBase; !text.empty(); k += punycodeBase) {
        const auto digit = digitOf(text.front());
        if (!digit)
            return std::nullopt;
        text.remove_prefix(1);
        value += *digit * weight;
        const std::uint32_t t = k <= bias + tMin ? tMin : std::min(k - bias, tMax);
        if (value > UINT32_MAX)
            return std::nullopt;
        if (*digit < t)
            return static_cast<std::uint32_t>(value);
        weight *= punycodeBase - t;
        if (weight > UINT32_MAX)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::string_view baseName(std::string_view name) {
    if (name.starts_with("*."))
        name.remove_prefix(2);
    if (name.ends_with('.'))
        name.remove_suffix(1);
    return name;
}

bool hasAlabelPrefix(std::string_view label) {
    return label.size() >= 4 && (label[0] == 'x' || label[0] == 'X') &&
           (label[1] == 'n' || label[1] == 'N') && label[2] == '-' && label[3] == '-';
}

bool isValidAlabel(std::string_view label) {
    std::string_view rest = label.substr(4);
    const std::size_t hyphen = rest.rfind('-');
    auto points = static_cast<std::uint32_t>(hyphen == std::string_view::npos ? 0 : hyphen);
    if (hyphen != std::string_view::npos)
        rest.remove_prefix(hyphen + 1);
    if (rest.empty() || hyphen == 0)
        return false;
    std::uint64_t at = 0;
    std::uint64_t point = 0x80;
    for (std::uint32_t bias = firstBias; !rest.empty();) {
        const bool first = at == 0 && point == 0x80;
        const auto delta = variableInteger(rest, bias);
        if (!delta)
            return false;
        at += *delta;
        ++points;
        bias = adapted(*delta, points, first ? damp : 2);
        point += at / points;
        at = at % points + 1;
        if (point > lastCodePoint || (point >= 0xD800 && point <= 0xDFFF))
            return false;
    }
    return true;
}

bool isAddressText(std::string_view name) {
    if (name.find(':') != std::string_view::npos)
        return true;
    const auto isNumber = [](std::string_view label) {
        return !label.empty() && label.size() <= 3 &&
               std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
    };
    return std::ranges::count(name, '.') == 3 &&
           !anyLabel(name, [&](std::string_view label) { return !isNumber(label); });
}

} // namespace certwright::check
