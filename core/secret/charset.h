// Why: keys made on older Chinese systems were encrypted with the password's GB18030 octets, not its UTF-8.
#pragma once

#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::secret {

// isAscii tells whether every octet is below 0x80, so that UTF-8 and GB18030 agree.
bool isAscii(const SecretBytes& text, SecretAccess access);
// isUtf8 tells whether the secret is well-formed UTF-8 (RFC 3629).
bool isUtf8(const SecretBytes& text, SecretAccess access);
// characterCount counts code points of a UTF-8 secret.
std::size_t characterCount(const SecretBytes& text, SecretAccess access);
// toGb18030 converts UTF-8 to GB18030 (GB 18030-2005); fails with CharacterUnconvertible. Input and output
// are on locked pages; what the system's converter keeps in between is overwritten.
base::Result<SecretBytes> toGb18030(const SecretBytes& utf8, SecretAccess access);

} // namespace certwright::secret
