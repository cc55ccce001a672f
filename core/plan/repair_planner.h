// Why: most of what is wrong with a service folder that was set up by hand has one right answer, and a person
// who types it at a prompt makes the next mistake.
#pragma once

#include <optional>

#include "core/base/random_source.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_bytes.h"

namespace certwright::plan {

// RepairSource is what could be opened of the installed set; it must outlive the planning, and nothing of it
// need be there. `opener` is the copy of the key store (KeyStorePrimary or KeyStoreStandby) that opens the
// config's sealed passphrase, `passphrase` what it sealed.
struct RepairSource {
    std::optional<Purpose> opener;
    const secret::SecretBytes* passphrase = nullptr;
};

// planRepair works out what has a safe answer: modes; owners (as root) and second names and access control
// lists of files, by writing them anew; key store copies from the one that counts; a key without encryption;
// the key's copies in the home folder; config values that point nowhere; config lines that say the same
// twice; leftovers that others can read. The vendor's key stores are touched by nobody but the vendor's
// library, links never followed, and places that cannot be written safely are left as they are. Findings are
// those that keep the whole plan from being applied (NeedsAsOwner, FolderOwner of the root, the volume's,
// DiskSpace) or go with it (RunningAsRoot, ProtectorBuiltin or ProtectorKmc, what the library could not do as
// a warning). Fails with CryptoFailed without randomness, and FileChanged where somebody writes meanwhile. It
// may hold key material: wipePlan.
base::Result<Plan> planRepair(const files::FileReader& reader, const Site& site, const RepairSource& source,
                              base::RandomSource& random, secret::SecretAccess access);

} // namespace certwright::plan
