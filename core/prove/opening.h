// Why: before anything is mended it has to be known which copy of the key store is the one, and what it
// opens.
#pragma once

#include <optional>

#include "core/plan/plan.h"
#include "core/prove/installed.h"
#include "core/secret/secret_bytes.h"

namespace certwright::prove {

// Opening is what could be opened of an installed set, however little: the first copy of the key store
// (KeyStorePrimary, KeyStoreStandby) that opens the config's sealed passphrase (none where the vendor's
// library does), and that passphrase.
struct Opening {
    std::optional<plan::Purpose> opener;
    std::optional<secret::SecretBytes> passphrase;
};

// openWhatOpens tries each copy of the key store by itself, whatever else is wrong with the set.
Opening openWhatOpens(const files::FileReader& reader, const Place& place, secret::SecretAccess access);

} // namespace certwright::prove
