// Why: fingerprints, before-hashes and key.hash are all SHA-256 of octets.
#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/ossl/owned.h"

namespace certwright::ossl {

// sha256 returns the 32 octets of the digest.
base::Bytes sha256(base::ByteView bytes);
// sha256Hex returns the digest as 64 lower-case hexadecimal digits.
std::string sha256Hex(base::ByteView bytes);

// Digest takes the digest of octets that come in pieces.
class Digest {
  public:
    // Digest by OpenSSL's name of it ("SHA256"); invalid if OpenSSL has none of that name.
    explicit Digest(const std::string& name = "SHA2-256");

    bool isValid() const { return m_context != nullptr; }
    void add(base::ByteView octets);
    // finish returns the digest and ends the use of this; empty if it is not valid.
    base::Bytes finish();

  private:
    Owned<evp_md_ctx_st> m_context;
};

} // namespace certwright::ossl
