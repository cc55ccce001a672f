// Why: an address is compared by its octets; the many ways to write one are where attackers hide.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/bytes.h"

namespace certwright::check::names {

// addressOf reads an IPv4 address as four decimal numbers without leading zeros, or an IPv6 address (RFC 4291
// section 2.2) with or without brackets, and returns its 4 or 16 octets. Nothing for anything else: zone
// identifiers, hexadecimal and octal numbers, fewer parts. An IPv4-mapped address stays one of 16 octets.
std::optional<base::Bytes> addressOf(std::string_view text);

// isMask tells whether octets are a network mask: ones, then zeros.
bool isMask(base::ByteView octets);
// isWithin tells whether `address` lies in `range`, an address followed by a mask of the same size; false for
// addresses of another size.
bool isWithin(base::ByteView address, base::ByteView range);

} // namespace certwright::check::names
