// Why: people bring files under any name and in any form; what a file is, is decided by its content alone.
#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/document/object.h"
#include "core/secret/secret_access.h"

namespace certwright::document {

// Largest files that are read, in octets: 64 MiB for a CRL, 10 MiB for everything else (also the limit of
// StreamServer, SERVICES.md section 1). A file over 10 MiB is accepted only if all it holds are CRLs.
inline constexpr std::uint64_t maximumCrlSize = 64ULL * 1024 * 1024;
inline constexpr std::uint64_t maximumFileSize = 10ULL * 1024 * 1024;

// parse reads PEM (CRLF, BOM, text around the blocks, several blocks, traditional encrypted keys; RFC 7468)
// or one DER object: certificate, CRL, PKCS#7 (opened to its certificates and CRLs), PKCS#8 encrypted or not,
// traditional RSA/EC key, PKCS#12, PKCS#10. Never fails: what cannot be read is a Damage. Unencrypted keys go
// to locked pages; the caller wipes `content`. `access` is needed to write them there.
ParsedFile parse(base::ByteView content, secret::SecretAccess access);

} // namespace certwright::document
