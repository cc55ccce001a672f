// Why: lists that no maker makes are put together from DER by hand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/data/material/pki.h"

namespace certwright::material {

// element is a DER element (X.690 section 8.1) of any length; elementHead its tag and length alone.
std::string element(std::uint8_t tag, std::string_view content);
std::string elementHead(std::uint8_t tag, std::size_t size);
// utcTime is a UTCTime element.
std::string utcTime(base::Time time);
// subjectOf is the DER Name of a certificate's subject.
std::string subjectOf(const document::Identity& identity);
// extensionsOf is crlExtensions with nothing but a CRL number.
std::string extensionsOf(std::uint32_t number);
// signatureAlgorithmOf is the AlgorithmIdentifier with which an RSA or EC key signs over SHA-256.
std::string signatureAlgorithmOf(const document::Identity& issuer);

} // namespace certwright::material
