// Why: services want PEM and an encrypted PKCS#8 key, whatever came in.
#pragma once

#include <string>

#include "core/base/random_source.h"
#include "core/document/object.h"

namespace certwright::document {

// toPem writes one PEM block (64 columns, LF).
std::string toPem(const Certificate& certificate);
std::string toPem(const Crl& crl);

// encryptKey returns PEM "ENCRYPTED PRIVATE KEY": PKCS#8 under PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256 (RFC 8018),
// `iterations` of it, salt (16 octets) and IV from OpenSSL's generator. No secret is left outside SecretBytes.
base::Result<std::string> encryptKey(const PrivateKey& key, const secret::SecretBytes& passphrase, int iterations,
                                     secret::SecretAccess access);

} // namespace certwright::document
