// Why: keys take long to make and certificates do not; the keys of a test program are made once, everything
// else to order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/document/make.h"

namespace certwright::test {

// testNow is the time at which everything is judged: 2026-11-21T12:00:00Z.
base::Time testNow();

using Key = std::shared_ptr<const document::PrivateKey>;

// serverKey is RSA 3072, so that nothing is to be said about it; caKey RSA 2048; otherKey EC P-256.
Key serverKey();
Key caKey();
Key otherKey();

// certify makes a CA's certificate (valid from 2026 to 2036), self-signed without `issuer`.
document::Identity makeCa(const std::string& name, const Key& key,
                          const document::Identity* issuer = nullptr);
// makeServer makes a server's certificate with the name "server.test".
document::Identity makeServer(const document::Identity& issuer, const Key& key, base::Time notAfter);
// makeList makes a CRL of `issuer` that revokes `serials`.
document::Crl makeList(const document::Identity& issuer, const std::vector<std::string>& serials,
                       base::Time nextUpdate);

} // namespace certwright::test
