// Why: constraints on URIs bind their host alone (RFC 5280 section 4.2.1.10).
#pragma once

#include <optional>
#include <string_view>

namespace certwright::check::names {

// uriHostOf returns the host of a URI's authority (RFC 3986 section 3.2) if it is a host name; nothing if
// there is no scheme or authority, or the host is an address or no name. A final dot is left out.
std::optional<std::string_view> uriHostOf(std::string_view uri);

} // namespace certwright::check::names
