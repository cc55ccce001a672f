// Why: of two lists of one issuer the newer one counts; which that is, is one answer for choosing and for
// refusing.
#pragma once

#include <string>

#include "core/document/object.h"

namespace certwright::plan {

// isOlder tells whether `one` was issued before `other`: by CRL number where both have one and they differ
// (RFC 5280 section 5.2.3: it only ever grows), else by thisUpdate.
bool isOlder(const document::CrlFacts& one, const document::CrlFacts& other);

// scopeOf returns the octets of a list's issuing distribution point, empty without one. Lists of one issuer
// and equal scope are versions of the same list; those of another scope are other lists (RFC 5280 section
// 5.2.5).
base::Bytes scopeOf(const document::Crl& crl);
bool isSameList(const document::Crl& one, const document::Crl& other);
// isSameVersion tells whether they are one list, octet for octet, however each was read.
bool isSameVersion(const document::Crl& one, const document::Crl& other);
// isDelta tells whether it lists only what changed since another list (section 5.2.4): it never replaces one.
bool isDelta(const document::Crl& crl);

// decimalNumber returns a CRL number in decimal digits; empty where there is none. A number of more than 20
// octets, which RFC 5280 forbids, stays hexadecimal ("0x…").
std::string decimalNumber(const document::CrlFacts& facts);

} // namespace certwright::plan
