// Why: what people bring, made to order; keys take long to make and are made once per test program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/document/make.h"

namespace certwright::test {

// testNow is the time at which everything is judged: 2026-11-21T12:00:00Z.
base::Time testNow();

using Key = std::shared_ptr<const document::PrivateKey>;

// serverKey and strangeKey are RSA 2048; caKey, subCaKey and otherCaKey EC P-256.
Key serverKey();
Key strangeKey();
Key caKey();
Key subCaKey();
Key otherCaKey();

// makeCa makes a CA's certificate named `name`, self-signed without `issuer`.
document::Identity makeCa(const std::string& name, const Key& key,
                          const document::Identity* issuer = nullptr);
// makeLeaf makes a server's certificate for the host "server.test", valid for `days` from now.
document::Identity makeLeaf(const std::string& name, const document::Identity& issuer, const Key& key,
                            int days = 365, const std::vector<std::string>& usages = {"1.3.6.1.5.5.7.3.1"});
// makeList makes a CRL of `issuer` that revokes `serials`; `number` tells two of one issuer apart.
document::Crl makeList(const document::Identity& issuer, const std::vector<std::string>& serials = {},
                       std::uint64_t number = 1);

// pemOf is one PEM block; of a key: PKCS#8, not encrypted.
std::string pemOf(const document::Identity& identity);
std::string pemOf(const document::Crl& crl);
std::string pemOf(const document::PrivateKey& key);
// encryptedPem is a key encrypted under `password` (its octets as they are).
std::string encryptedPem(const document::PrivateKey& key, const std::string& password);
// derText is DER as a file holds it.
std::string derText(const base::Bytes& der);
// container is a PKCS#12 file of `identity` and `chain`.
std::string container(const document::Identity& identity, const std::vector<document::Certificate>& chain,
                      const std::string& password);

} // namespace certwright::test
