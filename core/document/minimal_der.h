// Why: OpenSSL takes lengths that are longer than they need be, which DER forbids (X.690 section 10.1); two
// encodings of one key are two keys to whoever compares octets.
#pragma once

#include "core/base/bytes.h"
#include "core/ossl/der.h"

namespace certwright::document {

// hasMinimalLength tells whether the header of an element is the shortest there is.
bool hasMinimalLength(const ossl::DerElement& element);
// isStrictDer tells whether `octets` are whole elements with minimal lengths and INTEGERs, all the way down
// into what is constructed.
bool isStrictDer(base::ByteView octets);
// isMinimalInteger tells whether the content of an INTEGER has no octet too many (X.690 section 8.3.2).
bool isMinimalInteger(base::ByteView content);

} // namespace certwright::document
