// Why: the installed key is encrypted under a passphrase that no person knows or types.
#pragma once

#include "core/base/random_source.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

// makePassphrase returns 44 characters of [A-Za-z0-9] (unbiased, over 256 bits) drawn from `random`.
base::Result<secret::SecretBytes> makePassphrase(base::RandomSource& random, secret::SecretAccess access);

} // namespace certwright::vault
