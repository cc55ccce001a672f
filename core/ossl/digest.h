// Why: fingerprints, before-hashes and key.hash are all SHA-256 of octets.
#pragma once

#include <string>

#include "core/base/bytes.h"

namespace certwright::ossl {

// sha256 returns the 32 octets of the digest.
base::Bytes sha256(base::ByteView bytes);
// sha256Hex returns the digest as 64 lower-case hexadecimal digits.
std::string sha256Hex(base::ByteView bytes);

} // namespace certwright::ossl
