// Why: a wildcard over a public suffix ("*.co.uk") would cover what belongs to everybody, and a name below no
// suffix that exists is nobody's; the list of suffixes changes and comes with the distribution.
#pragma once

#include <string_view>

namespace certwright::check {

// isPublicSuffix tells whether names directly below `asciiDomain` are registered by anybody ("com",
// "co.uk"), by the ICANN part of the Public Suffix List as the Baseline Requirements (section 3.2.2.6)
// advise. A single label counts as one, listed or not. A-labels, any case, no trailing dot; false for an
// empty name.
bool isPublicSuffix(std::string_view asciiDomain);

// hasListedTopLevel tells whether the last label stands on that list: "server.example.com" does,
// "server.local" does not.
bool hasListedTopLevel(std::string_view asciiDomain);

} // namespace certwright::check
