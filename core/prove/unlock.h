// Why: a service that cannot read our sealed passphrase is started with the passphrase on a pipe.
#pragma once

#include "core/prove/installed.h"
#include "core/secret/secret_bytes.h"

namespace certwright::prove {

// unlock unseals the installed passphrase and checks that it opens the installed key before handing it out.
// Fails as BuiltinVault::open and unseal do; KeyStoreForeign where the vendor's library is needed and not
// here, VendorFailed where it fails; SealInvalid if it does not open the key.
base::Result<secret::SecretBytes> unlock(const files::FileReader& reader, const Place& place,
                                         secret::SecretAccess access);
// unlock with what was read before.
base::Result<secret::SecretBytes> unlock(const files::FileReader& reader, const Place& place,
                                         const Installed& installed, secret::SecretAccess access);

} // namespace certwright::prove
