// Why: people write where a server is as HOST:PORT, with brackets around an IPv6 address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace certwright::served {

// Address is a host name (as typed, or in A-labels) or an IP literal without brackets, and a TCP port.
struct Address {
    std::string host;
    std::uint16_t port = 0;
};

// parseAddress reads "server.test:443", "10.0.0.1:8443" and "[::1]:443" (RFC 3986 section 3.2.2 for the
// brackets). InvalidArgument (subject: the text) for anything else, a missing port and port 0 included. Names
// with other characters than ASCII become A-labels.
base::Result<Address> parseAddress(std::string_view text);

// shownAddress writes it back, with brackets where they are needed.
std::string shownAddress(const Address& address);

} // namespace certwright::served
