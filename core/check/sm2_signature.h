// Why: a signature with SM2 and SM3 covers the signer's distinguishing identifier too, which X.509 has no
// field for; so OpenSSL's general way does not verify it.
#pragma once

#include "core/base/bytes.h"

struct evp_pkey_st;

namespace certwright::check {

// isSm2Signature tells whether the DER AlgorithmIdentifier is sm2-with-sm3 (1.2.156.10197.1.501).
bool isSm2Signature(base::ByteView algorithm);
// verifySm2 tells whether `key` made `signature` (DER of r and s) over `content`, with the identifier that
// GB/T 32918.2 and RFC 8998 section 3.2.1 give to whoever names none: 1234567812345678.
bool verifySm2(base::ByteView content, base::ByteView signature, evp_pkey_st* key);

} // namespace certwright::check
