// Why: the plan is where an import becomes visible: every file, every byte, before anything is touched.
#pragma once

#include <optional>

#include "core/base/random_source.h"
#include "core/check/check.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/plan/vendor_import.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// ImportSource is what will be imported: checked material, its chain, the opened key, and the retention date.
// `importer`: the vendor's own, which makes the files where it is given; must outlive the planning.
struct ImportSource {
    const check::Material& material;
    const check::ServerPath& path;
    const document::PrivateKey& key;
    std::optional<base::Time> retention;
    VendorImporter* importer = nullptr;
};

// planImport works out every change. The key is encrypted anew under a fresh passphrase, which is sealed into
// the config; key stores are made where missing and repaired where one copy is not whole. Optional files that
// are installed and not brought are removed. `findings` are those of the stages before; those of this one are
// added (ProtectorBuiltin or ProtectorKmc, what the library could not do, TargetReplaced, TargetRemoved,
// ValueTooLong, DiskSpace) and all are put worst first. Fails with the vault's errors, CryptoFailed, or
// FileChanged if the config changed meanwhile. The content of key stores in it is key material: wipePlan.
base::Result<Plan> planImport(const files::FileReader& reader, const Site& site, const ImportSource& source,
                              base::RandomSource& random, secret::SecretAccess access,
                              check::Findings findings);

// planAreas lists the folder trees that an import into `site` writes in.
std::vector<Area> planAreas(const Site& site);

// judgeSpace finds DiskSpace: new content, and copies of what it replaces, must fit into every area.
void judgeSpace(const files::FileReader& reader, Plan& plan);

// tellReplaced adds TargetReplaced (a note) with the files that get other content.
void tellReplaced(Plan& plan);

// wipePlan overwrites the content of all changes.
void wipePlan(Plan& plan);

// withoutKeyMaterial is a copy for showing: the content of key stores is left out (their hashes stay).
Plan withoutKeyMaterial(const Plan& plan);

// configUnchanged tells whether the config that `plan` replaces is still `text`, which its edit was worked
// out from.
bool configUnchanged(const Plan& plan, std::string_view text);

} // namespace certwright::plan
