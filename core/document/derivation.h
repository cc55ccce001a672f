// Why: OpenSSL's reading of PBES2 knows few HMACs and takes no more memory for scrypt than a desktop's usual
// file needs; its key derivation functions know all.
#pragma once

#include "core/document/open.h"
#include "core/document/scheme.h"

struct ossl_lib_ctx_st;

namespace certwright::document {

// derivedKey makes `size` octets of key from a password; the work was judged before (maximumWork). Fails with
// UnsupportedScheme if `library` has not the digest, or scrypt would need more than maximumMemory.
OpenResult<secret::SecretBytes> derivedKey(const Derivation& derivation, base::ByteView password,
                                           std::size_t size, ossl_lib_ctx_st* library,
                                           secret::SecretAccess access);

} // namespace certwright::document
