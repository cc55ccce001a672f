// Why: of two lists of one issuer the newer one counts; which that is, is one answer for choosing and for
// refusing.
#pragma once

#include <string>

#include "core/document/facts.h"

namespace certwright::plan {

// isOlder tells whether `one` was issued before `other`: by CRL number where both have one and they differ
// (RFC 5280 section 5.2.3: it only ever grows), else by thisUpdate.
bool isOlder(const document::CrlFacts& one, const document::CrlFacts& other);

// decimalNumber returns a CRL number in decimal digits; empty where there is none. A number of more than 20
// octets, which RFC 5280 forbids, stays hexadecimal ("0x…").
std::string decimalNumber(const document::CrlFacts& facts);

} // namespace certwright::plan
