// Why: host names are compared as clients compare them (RFC 9525), and a name that only looks like one never
// matches.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certwright::check::names {

// WildcardReach tells under what a wildcard may stand. TwoLabels: at least two labels follow it, as with
// OpenSSL and browsers. PublicSuffix: besides, it does not stand for all registrations under a public suffix
// (Baseline Requirements section 3.2.2.6).
enum class WildcardReach { TwoLabels, PublicSuffix };

// isHostName tells whether `name` is a host name in ASCII without a final dot: labels of 1 to 63 letters,
// digits, hyphens and underscores, 253 octets at most.
bool isHostName(std::string_view name);
// isDomain is isHostName with an empty name allowed: constraints so written mean all names.
bool isDomain(std::string_view name);
// looksLikeAddress tells whether the last label is a number, decimal or hexadecimal: programs read such a
// host as an IPv4 address in one of its odd forms.
bool looksLikeAddress(std::string_view name);

// askedHostName turns a host that a person typed into lower-case A-labels (IDNA 2008 with the mapping of
// UTS 46); one final dot is left out. Nothing if it is no host name, or an odd form of an address.
std::optional<std::string> askedHostName(std::string_view typed);

// equalHosts compares without regard to ASCII case.
bool equalHosts(std::string_view a, std::string_view b);
// isBelow tells whether `name` is `domain` or a subdomain of it; every name is below the empty domain.
bool isBelow(std::string_view name, std::string_view domain);
// lowered returns `text` with ASCII letters in lower case.
std::string lowered(std::string_view text);

// wildcardRest returns what follows "*." in a wildcard name, empty for "*" alone; nothing if `name` is none,
// or malformed: a wildcard is the whole left-most label (RFC 9525 section 6.3).
std::optional<std::string_view> wildcardRest(std::string_view name);

// coversName tells whether `presented`, a DNS name of a certificate, covers `asked`, as askedHostName returns
// it. Names that are not ASCII or hold NUL cover nothing.
bool coversName(std::string_view presented, std::string_view asked, WildcardReach reach);

} // namespace certwright::check::names
