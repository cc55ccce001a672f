// Why: signatures, right ones and wrong ones: any digest, an algorithm that says one thing and does another.
#pragma once

#include "tests/support/forge/keys.h"

namespace certwright::forge {

// Signature is how something is signed: the algorithm inside, the one outside, and what makes the bits.
class Signature {
  public:
    // Signature reads {digest, pss, salt, mgf-digest, parameters: absent, inner, outer, corrupt, raw,
    // unused-bits}. `inner` and `outer` are algorithms by name ("rsa-sha256", "rsa-pss-sha256",
    // "ecdsa-sha384", "ed25519", "dsa-sha256", "sm2-sm3") or as hex of DER.
    Signature(const YAML::Node& node, const Key& signer, const std::string& where);

    const Bytes& inner() const { return m_inner; }
    const Bytes& outer() const { return m_outer; }
    // bits is the BIT STRING with the signature of `message`.
    Bytes bits(const Bytes& message) const;

  private:
    Bytes sign(const Bytes& message) const;

    Key m_signer;
    std::string m_digest;
    bool m_pss = false;
    bool m_corrupt = false;
    long long m_salt = 32;
    unsigned m_unused = 0;
    std::optional<Bytes> m_raw;
    Bytes m_inner;
    Bytes m_outer;
};

} // namespace certwright::forge
