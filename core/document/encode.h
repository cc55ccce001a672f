// Why: services want PEM and an encrypted PKCS#8 key, whatever came in.
#pragma once

#include <string>
#include <string_view>

#include "core/base/random_source.h"
#include "core/document/object.h"

namespace certwright::document {

// toPem writes one PEM block (64 columns, LF).
std::string toPem(const Certificate& certificate);
std::string toPem(const Crl& crl);
// toPem with a label writes any public DER, e.g. a chain as "PKCS7".
std::string toPem(std::string_view label, base::ByteView der);
// toPem of a key writes "PRIVATE KEY", unencrypted, onto locked pages.
secret::SecretBytes toPem(const PrivateKey& key, secret::SecretAccess access);

// encryptKey returns PEM "ENCRYPTED PRIVATE KEY": PKCS#8 under PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256
// (RFC 8018), `iterations` of it, salt (16 octets) and IV from OpenSSL's generator. No secret is left outside
// SecretBytes.
base::Result<std::string> encryptKey(const PrivateKey& key, const secret::SecretBytes& passphrase,
                                     int iterations, secret::SecretAccess access);

} // namespace certwright::document
