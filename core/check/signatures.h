// Why: the same certificate and the same CA meet in several rules; each signature is computed once per check.
#pragma once

#include <map>
#include <utility>

#include "core/base/bytes.h"
#include "core/document/object.h"
#include "core/ossl/owned.h"

namespace certwright::check {

// Signatures verifies and remembers. It reads only the octets that are signed, so that a CRL of a million
// entries is hashed and not taken apart.
class Signatures {
  public:
    // signedBy tells whether the private half of `issuer`'s key made the signature. False too if the key or
    // the structure cannot be read, or if the algorithm inside the signed part differs from the one outside
    // (RFC 5280 sections 4.1.1.2 and 5.1.1.2).
    bool signedBy(const document::Certificate& subject, const document::KeyFacts& issuer);
    bool signedBy(const document::Crl& crl, const document::KeyFacts& issuer);
    // checks counts the signatures computed so far; remembered ones do not count.
    int checks() const { return m_checks; }
    // work is what they cost, in units of one RSA-2048 verification (some 30 microseconds); it depends on the
    // keys alone, so that a bound on it is the same on every machine.
    int work() const { return m_work; }

  private:
    template <typename Verify>
    bool remembered(const base::Bytes& fingerprint, const document::KeyFacts& issuer, Verify verify);
    evp_pkey_st* keyOf(const base::Bytes& publicKeyInfo);

    std::map<base::Bytes, ossl::Pkey> m_keys;
    std::map<std::pair<base::Bytes, base::Bytes>, bool> m_verdicts;
    int m_checks = 0;
    int m_work = 0;
};

} // namespace certwright::check
