// Why: see address.h.
#include "core/check/names/address.h"

#include <algorithm>
#include <array>

namespace certwright::check::names {

namespace {

constexpr std::size_t groupsOfIp6 = 8;

std::optional<std::uint8_t> decimalOctet(std::string_view text) {
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value > 0xFF ? std::nullopt : std::optional(static_cast<std::uint8_t>(value));
}

std::optional<base::Bytes> ip4Of(std::string_view text) {
    base::Bytes octets;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = text.find('.');
        if ((dot == std::string_view::npos) != (part == 3))
            return std::nullopt;
        const auto octet = decimalOctet(text.substr(0, dot));
        if (!octet)
            return std::nullopt;
        octets.push_back(*octet);
        text = part == 3 ? std::string_view() : text.substr(dot + 1);
    }
    return octets;
}

std::optional<unsigned> hexGroup(std::string_view text) {
    if (text.empty() || text.size() > 4)
        return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!digit && (small < 'a' || small > 'f'))
            return std::nullopt;
        value = value * 16 + static_cast<unsigned>(digit ? c - '0' : small - 'a' + 10);
    }
    return value;
}

enum class Part { Middle, Last };

// octetsOfGroups reads groups between single colons; the last part of an address may end with an IPv4
// address.
std::optional<base::Bytes> octetsOfGroups(std::string_view text, Part part) {
    base::Bytes octets;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        const bool last = colon == std::string_view::npos;
        if (last && part == Part::Last && group.find('.') != std::string_view::npos) {
            const auto tail = ip4Of(group);
            if (!tail)
                return std::nullopt;
            octets.insert(octets.end(), tail->begin(), tail->end());
            return octets;
        }
        const auto value = hexGroup(group);
        if (!value || octets.size() >= 2 * groupsOfIp6 || (!last && colon + 1 == text.size()))
            return std::nullopt;
        octets.push_back(static_cast<std::uint8_t>(*value >> 8U));
        octets.push_back(static_cast<std::uint8_t>(*value & 0xFFU));
        text = last ? std::string_view() : text.substr(colon + 1);
    }
    return octets;
}

std::optional<base::Bytes> ip6Of(std::string_view text) {
    constexpr std::size_t size = 2 * groupsOfIp6;
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        auto octets = octetsOfGroups(text, Part::Last);
        return octets && octets->size() == size ? octets : std::nullopt;
    }
    auto front = octetsOfGroups(text.substr(0, gap), Part::Middle);
    const auto back = octetsOfGroups(text.substr(gap + 2), Part::Last);
    // "::" stands for at least one group (RFC 5952 section 4.2.2 forbids to write it for none).
    if (!front || !back || front->size() + back->size() > size - 2)
        return std::nullopt;
    front->resize(size - back->size());
    front->insert(front->end(), back->begin(), back->end());
    return front;
}

} // namespace

std::optional<base::Bytes> addressOf(std::string_view text) {
    constexpr std::size_t longest = 47; // eight groups, the last two as IPv4, in brackets
    if (text.size() > longest)
        return std::nullopt;
    if (text.size() > 2 && text.front() == '[' && text.back() == ']')
        return ip6Of(text.substr(1, text.size() - 2));
    return text.find(':') == std::string_view::npos ? ip4Of(text) : ip6Of(text);
}

bool isMask(base::ByteView octets) {
    bool ended = false;
    for (const std::uint8_t octet : octets)
        for (unsigned bit = 0x80; bit != 0; bit >>= 1U) {
            const bool one = (octet & bit) != 0;
            if (one && ended)
                return false;
            ended = ended || !one;
        }
    return true;
}

bool isWithin(base::ByteView address, base::ByteView range) {
    if (range.size() != 2 * address.size())
        return false;
    for (std::size_t i = 0; i < address.size(); ++i)
        if (((address[i] ^ range[i]) & range[address.size() + i]) != 0)
            return false;
    return true;
}

} // namespace certwright::check::names
