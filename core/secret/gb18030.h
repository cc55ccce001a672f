// Why: each system brings its own converter; inside this room only.
#pragma once

#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::secret {

// convertToGb18030 converts well-formed, non-empty UTF-8 with the system's converter; CharacterUnconvertible
// if that has no such charset or no such character.
base::Result<SecretBytes> convertToGb18030(const SecretBytes& utf8, SecretAccess access);

} // namespace certwright::secret
