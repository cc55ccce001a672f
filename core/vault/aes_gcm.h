// Why: authenticated encryption in two calls (NIST SP 800-38D). Inside this room only.
#pragma once

#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

constexpr std::size_t gcmNonceSize = 12;
constexpr std::size_t gcmTagSize = 16;

// GcmInput: key of 32 octets, nonce of gcmNonceSize (never twice under one key) and additional data; all
// outlive the call.
struct GcmInput {
    const secret::SecretBytes& key;
    base::ByteView nonce;
    base::ByteView additional;
};

// encryptGcm returns ciphertext and tag; fails with CryptoFailed.
base::Result<base::Bytes> encryptGcm(const GcmInput& input, const secret::SecretBytes& plain,
                                     secret::SecretAccess access);
// decryptGcm opens what encryptGcm returned; SealInvalid if the tag does not match.
base::Result<secret::SecretBytes> decryptGcm(const GcmInput& input, base::ByteView sealed,
                                             secret::SecretAccess access);

} // namespace certwright::vault
