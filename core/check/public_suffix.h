// Why: a wildcard directly under a public suffix would stand for the hosts of many owners.
#pragma once

#include <string_view>

namespace certwright::check {

// isPublicSuffix tells whether a lower-case ASCII domain without a final dot is a registry's suffix ("com",
// "co.uk"), by the ICANN part of the Public Suffix List that the system's library carries; a single label
// that the list does not know is one too.
bool isPublicSuffix(std::string_view asciiDomain);

} // namespace certwright::check
