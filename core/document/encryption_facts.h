// Why: how something is encrypted, and how much work opening it would be, is known before a password is asked
// for.
#pragma once

#include <cstdint>

#include "core/document/object.h"
#include "core/document/reading.h"

struct X509_algor_st;

namespace certwright::document {

// maximumWork is the most rounds of key derivation that are done for one file, a few seconds; a file that
// asks for more is hostile or broken.
inline constexpr std::uint64_t maximumWork = 10'000'000;

// Scheme is an encryption AlgorithmIdentifier, read. `cipher` is OpenSSL's number (NID), 0 if unknown; `work`
// the rounds of derivation (scrypt: N*r*p).
struct Scheme {
    EncryptionFacts facts;
    int cipher = 0;
    bool supported = false;
    std::uint64_t work = 0;
};

// schemeOf reads PBES2 with PBKDF2 or scrypt, PBES1 (RFC 8018, 7914) and the PKCS#12 schemes (RFC 7292
// appendix C). An unknown scheme keeps its name in `facts.scheme`. Fails if parameters are malformed.
Reading<Scheme> schemeOf(const X509_algor_st* algorithm);

// encryptedKeyFrom reads one EncryptedPrivateKeyInfo at the front of `der`.
Reading<EncryptedKey> encryptedKeyFrom(base::ByteView der);
// pkcs12From reads one PKCS#12 container at the front of `der`; BER is accepted, as some writers use it.
Reading<Pkcs12> pkcs12From(base::ByteView der);

} // namespace certwright::document
