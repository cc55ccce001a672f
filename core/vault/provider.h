// Why: whoever seals the passphrase (the built-in vault now, the vendor's library later) stands behind this
// interface.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

// Provider seals a secret into printable text that a config value may hold, and opens it again.
class Provider {
  public:
    Provider() = default;
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;
    virtual ~Provider() = default;

    // seal returns text of the alphabet [A-Za-z0-9_.-] (no '#', '%', quotes or spaces), at most 400
    // characters, for a secret of at most 128 octets; InvalidArgument for a longer one.
    virtual base::Result<std::string> seal(const secret::SecretBytes& plain, secret::SecretAccess access) = 0;
    // unseal fails with SealInvalid for text that was not sealed here, was altered, or was sealed under
    // another master key.
    virtual base::Result<secret::SecretBytes> unseal(const std::string& sealed,
                                                     secret::SecretAccess access) const = 0;
};

} // namespace certwright::vault
