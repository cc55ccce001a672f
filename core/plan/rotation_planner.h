// Why: a master key is changed from time to time; everything sealed under the old one must be sealed anew in
// the same moment, or it is lost.
#pragma once

#include "core/base/random_source.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// planRotation works out a new master key for both key stores and the config with every sealed value sealed
// under it. Findings as judgeTargets, readConfig, judgeConfig, KeyStores::judge and editConfig give them, and
// VendorRotation where the vendor's library has the key stores; with a blocker among them the plan has no
// changes. ConfigUneditable too where the config holds a sealed text outside a value that is known. Fails
// with KeyStoreMissing where there is no master key, SealInvalid for a value that the present one does not
// open, and CryptoFailed. The content of key stores in it is key material: wipePlan.
base::Result<Plan> planRotation(const files::FileReader& reader, const Site& site, base::RandomSource& random,
                                secret::SecretAccess access);

} // namespace certwright::plan
