// Why: of a list that was streamed only the digest of its signed part is left, and any number of CAs' keys
// may have to be tried on it.
#pragma once

#include <string>

#include "core/document/crl_scan.h"

struct evp_pkey_st;

namespace certwright::document {

// SignedDigest tells what has to be hashed for a signature algorithm, and by which of OpenSSL's digests.
struct SignedDigest {
    DigestState state = DigestState::Unknown;
    std::string name;
};

// signedDigestOf reads a DER AlgorithmIdentifier: PKCS#1 v1.5, RSASSA-PSS (RFC 4055), ECDSA and DSA.
SignedDigest signedDigestOf(base::ByteView algorithm);

// isDigestSignedBy tells whether the private half of `key` made the signature over the digest in `scan`.
// False also if the scan holds no digest, the inner algorithm differs from the outer one (RFC 5280
// section 5.1.1.2), or the key is of another kind than the algorithm.
bool isDigestSignedBy(const CrlScan& scan, evp_pkey_st* key);

} // namespace certwright::document
