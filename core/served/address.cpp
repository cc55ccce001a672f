// Why: see address.h.
#include "core/served/address.h"

#include <algorithm>
#include <charconv>

#include "core/check/names/identity.h"

namespace certwright::served {

namespace {

constexpr std::size_t longestHost = 253;

// Names of this computer alone ("localhost", "build_box") are no DNS names for a certificate, but may well be
// known to the system.
bool isLocalName(std::string_view host) {
    return std::ranges::all_of(host, [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

// hostOf returns the host as the system's resolver takes it; empty if it is none.
std::string hostOf(std::string_view typed) {
    const auto asked = check::names::askedHost(typed);
    if (asked && std::holds_alternative<check::names::AskedDns>(*asked))
        return std::get<check::names::AskedDns>(*asked).name;
    return asked || isLocalName(typed) ? std::string(typed) : std::string();
}

} // namespace

base::Result<Address> parseAddress(std::string_view text) {
    const auto refused = base::failure(base::ErrorCode::InvalidArgument, std::string(text));
    const bool bracketed = text.starts_with('[');
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return refused;
    std::string_view host = text.substr(0, colon);
    if (bracketed) {
        if (!host.ends_with(']') || host.find(':') == std::string_view::npos)
            return refused;
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string_view::npos) {
        return refused;
    }
    const std::string_view digits = text.substr(colon + 1);
    Address address;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (error != std::errc() || end != digits.data() + digits.size() || address.port == 0)
        return refused;
    if (host.empty() || host.size() > longestHost)
        return refused;
    address.host = hostOf(host);
    if (address.host.empty())
        return refused;
    return address;
}

std::string shownAddress(const Address& address) {
    const bool brackets = address.host.find(':') != std::string::npos;
    return (brackets ? '[' + address.host + ']' : address.host) + ':' + std::to_string(address.port);
}

} // namespace certwright::served
