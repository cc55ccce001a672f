// Why: OpenSSL loads keys whose numbers do not belong together; a handshake then fails, or gives the key
// away. Each kind of key has its check, which also says what its public half is.
#pragma once

#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/document/pkcs8_parts.h"
#include "core/document/reading.h"

namespace certwright::document {

// Each of these checks the key of one kind and returns its public half as DER SubjectPublicKeyInfo, worked
// out from the private one where that is not a matter of copying. `remarks` grows by what was odd but safe.
// The public key that stands beside the private one (in the PrivateKeyInfo or in the key itself) must be it.
// No test of primes; under a millisecond for RSA and the common curves.

// RSA: the product of the primes, both exponents, the CRT values (RFC 8017 section 3.2).
Checked<base::Bytes> checkRsa(const Pkcs8Parts& parts, std::vector<Fault>& remarks);
// EC: a named curve, the scalar from 1 to the order less 1, its point (RFC 5915; SEC 1 section 3.2).
Checked<base::Bytes> checkEc(const Pkcs8Parts& parts, std::vector<Fault>& remarks);
// DSA: x from 1 to q - 1, g of order q (FIPS 186-4 section 4.1). `claimed` is the content of the INTEGER y of
// the older form.
Checked<base::Bytes> checkDsa(const Pkcs8Parts& parts, std::optional<base::ByteView> claimed);
// DH of PKCS#3 and X9.42 (RFC 3279 section 2.3.3).
Checked<base::Bytes> checkDh(const Pkcs8Parts& parts);
// Ed25519, Ed448, X25519 and X448 (RFC 8410 sections 3 and 7).
Checked<base::Bytes> checkRaw(const Pkcs8Parts& parts, const char* type);

// publicKeyInfoOf writes SubjectPublicKeyInfo.
base::Bytes publicKeyInfoOf(base::ByteView algorithm, base::ByteView key);
// uncompressedPoint returns the point `point` on the curve of an OBJECT IDENTIFIER's DER in its uncompressed
// form; nothing if it is no point of it.
std::optional<base::Bytes> uncompressedPoint(base::ByteView curve, base::ByteView point);

} // namespace certwright::document
