// Why: the MAC tells whether a password is right before anything is decrypted; the one of RFC 9579 is not
// known to OpenSSL 3.0.
#pragma once

#include "core/document/decrypt.h"

namespace certwright::document {

// checkMac tells whether the MAC of `macData` (the content of MacData, RFC 7292 section 4) over `content`
// fits the password: the PKCS#12 one with any digest, or PBMAC1 (RFC 9579).
tl::expected<void, OpenError> checkMac(base::ByteView macData, base::ByteView content,
                                       const PasswordForms& password, Decryptor& decryptor,
                                       secret::SecretAccess access);
// macName names the MAC of `macData` ("HMAC-SHA256", "PBMAC1"); empty if it is malformed.
std::string macName(base::ByteView macData);

} // namespace certwright::document
