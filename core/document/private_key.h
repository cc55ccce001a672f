// Why: keys come as PKCS#8 and in the three older forms; inside there is PKCS#8 only. Read by tags and
// lengths, so that no library makes copies of the secret numbers.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// KeyForm is how private key DER is laid out: PrivateKeyInfo (RFC 5958), RSAPrivateKey (RFC 8017 appendix
// A.1.2; RsaPss: to become a key for RSASSA-PSS only), ECPrivateKey (RFC 5915), or OpenSSL's six integers for
// DSA.
enum class KeyForm { Pkcs8, Rsa, RsaPss, Ec, Dsa };

// mostKeys is the most private keys that are read of one file: checking the largest takes a third of a
// second.
inline constexpr std::size_t mostKeys = 100;

// privateKeyFrom reads one key at the front of `der` into locked pages and checks it (key_checks.h); octets
// behind it are left out. Fails if it is no key of that form, or a malformed one.
Checked<PrivateKey> privateKeyFrom(KeyForm form, base::ByteView der, secret::SecretAccess access);

} // namespace certwright::document
