// Why: how something is encrypted is read once, in full, before any work is done; what cannot be undone here
// is known by its proper name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/document/facts.h"
#include "core/document/reading.h"
#include "core/ossl/der.h"

namespace certwright::document {

// maximumWork is the most rounds of key derivation that are done for one file, a few seconds; a file that
// asks for more is hostile or broken. maximumMemory is the most that scrypt may take, in octets.
inline constexpr std::uint64_t maximumWork = 10'000'000;
inline constexpr std::uint64_t maximumMemory = 256ULL * 1024 * 1024;

// Derivation is how a key comes from a password: PBKDF2 with an HMAC of `digest`, or scrypt with N =
// `iterations`, `blockSize` r and `parallel` p. `keyLength` is there where the file says it, in octets.
struct Derivation {
    std::string digest;
    base::Bytes salt;
    std::uint64_t iterations = 0;
    std::optional<std::uint64_t> keyLength;
    bool scrypt = false;
    std::uint64_t blockSize = 0;
    std::uint64_t parallel = 0;
};

// CipherChoice is a cipher by OpenSSL's name with its parameters; `effectiveBits` are RC2's, `tagSize` that
// of GCM, in octets behind the encrypted ones.
struct CipherChoice {
    std::string name;
    base::Bytes iv;
    std::uint64_t effectiveBits = 0;
    std::size_t tagSize = 0;
};

// SchemeFamily tells who can undo it: PBES2 is done here, PBES1 and the PKCS#12 ones by OpenSSL as a whole.
enum class SchemeFamily { Unknown, Pbes1, Pbes2, Pkcs12 };

// Scheme is an encryption AlgorithmIdentifier, read. `cipher` has a name for all that are supported; `work`
// is the rounds of derivation (scrypt: N*r*p).
struct Scheme {
    EncryptionFacts facts;
    SchemeFamily family = SchemeFamily::Unknown;
    CipherChoice cipher;
    Derivation derivation;
    bool supported = false;
    std::uint64_t work = 0;
};

// schemeOf reads PBES2 with PBKDF2 or scrypt, PBES1 (RFC 8018, 7914) and the PKCS#12 schemes (RFC 7292
// appendix C) from the DER of an AlgorithmIdentifier. An unknown scheme keeps its name in `facts.scheme`.
// Fails if parameters are malformed.
Checked<Scheme> schemeOf(base::ByteView algorithm);

// derivationOf reads the AlgorithmIdentifier of PBKDF2 or scrypt into `scheme`: derivation, facts, work and
// whether it is supported. False if its parameters are malformed. PBMAC1 uses it too.
bool derivationOf(base::ByteView algorithm, Scheme& scheme);
// cipherOf reads the AlgorithmIdentifier of a cipher of PBES2; false if its parameters are malformed. Without
// a name in `cipher.name` it is not supported; `facts.cipher` has one in any case.
bool cipherOf(base::ByteView algorithm, Scheme& scheme);
// hmacDigest returns OpenSSL's name of the digest of an HMAC by its object identifier's DER; empty if
// unknown.
std::string hmacDigest(base::ByteView objectId);
// positiveCount takes an INTEGER; as much as possible if it is larger than 63 bits, 0 if there is none or it
// is not positive.
std::uint64_t positiveCount(ossl::DerReader& reader);
// schemePartName names an object identifier's DER by its proper name, or by its numbers.
std::string schemePartName(base::ByteView objectId);

} // namespace certwright::document
