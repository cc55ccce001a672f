// Why: the master key is kept in two identical files, so that one damaged copy costs nothing. This is their
// format.
//
// Version 1, all integers big-endian, 128 octets in all:
//   0  16  magic "CERTWRIGHT-KS-1\n"
//   16  4  version (1)
//   20  4  key derivation: 1 = PBKDF2-HMAC-SHA256 (RFC 8018 section 5.2)
//   24  4  iterations
//   28  4  master key id (first 4 octets of SHA-256 of the material)
//   32 16  salt
//   48 32  material: random octets that the sealing key is derived from
//   80 16  reserved, zero
//   96 32  SHA-256 over octets 0 to 95
// New stores say 1,000 iterations: the material is 256 random bits, which nobody can try out, so that more
// would cost time at every start and add no strength. 1 to 10,000,000 are read. What protects the master key
// is the file's mode and owner (0400), as with the vendor's key stores; the derivation separates it from the
// sealing key and carries parameters for later versions.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/random_source.h"
#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

// KeyStoreState of one file: Foreign begins with the vendor's mark (SERVICES.md section 3), Damaged is
// neither.
enum class KeyStoreState { Valid, Missing, Damaged, Foreign };

// stateOf judges one file's content; nothing: the file is missing.
KeyStoreState stateOf(const std::optional<base::Bytes>& content);

// KeyStoreFiles is the content of both copies as read (nothing: missing). It holds key material: whoever read
// it wipes it (base::wipe) when the vault is open.
struct KeyStoreFiles {
    std::optional<base::Bytes> primary;
    std::optional<base::Bytes> standby;
};

} // namespace certwright::vault
