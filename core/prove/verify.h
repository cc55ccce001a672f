// Why: is what is installed whole, and how long will it stay so? Asked at any time after an import.
#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/prove/installed.h"
#include "core/prove/prove.h"
#include "core/secret/secret_access.h"

namespace certwright::prove {

// Verification: findings worst first (modes, owners, hashes, config values, key stores, passphrase opens key,
// key matches, every check:: rule that holds for installed files, retention), the proof's among them, and the
// chain for showing.
struct Verification {
    check::Findings findings;
    Proof proof;
    // Who sealed the passphrase (Kmc or Builtin); nothing where none is sealed.
    std::optional<vault::Protector> protector = {};
};

// verify reads only. An Error only if there is nothing to judge (root or config missing or unreadable).
base::Result<Verification> verify(const files::FileReader& reader, const Place& place, base::Time now,
                                  secret::SecretAccess access);

} // namespace certwright::prove
