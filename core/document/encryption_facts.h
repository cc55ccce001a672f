// Why: how something is encrypted is known before a password is asked for.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// encryptionName puts the parts of a scheme's name together ("PBES2, AES-256-CBC, PBKDF2-HMAC-SHA256").
std::string encryptionName(const EncryptionFacts& facts);

// encryptedKeyFrom reads one EncryptedPrivateKeyInfo at the front of `der`.
Checked<EncryptedKey> encryptedKeyFrom(base::ByteView der);
// pkcs12From reads one PKCS#12 container at the front of `der`; BER is accepted, as some writers use it.
Checked<Pkcs12> pkcs12From(base::ByteView der, secret::SecretAccess access);

} // namespace certwright::document
