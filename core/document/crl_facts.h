// Why: a CRL may list a million certificates; its facts are read without building an object for each.
#pragma once

#include "core/document/crl_scan.h"
#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// crlFrom reads one CRL (RFC 5280 section 5.1) at the front of `der`; octets behind it are left out.
// Its DER is kept; its scan has no digest and has looked for no serial (entriesFor walks the DER).
Reading<Crl> crlFrom(base::ByteView der);

// readCrlExtensions reads the content of crlExtensions' [0] into both; false if it is malformed, or a CRL
// number or authority key identifier in it is.
bool readCrlExtensions(base::ByteView tagged, CrlFacts& facts, CrlScan& scan);
// signatureFactsOf reads a DER AlgorithmIdentifier; empty facts if it is none.
SignatureFacts signatureFactsOf(base::ByteView algorithm);

} // namespace certwright::document
