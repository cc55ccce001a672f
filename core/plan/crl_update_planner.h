// Why: a revocation list ends long before the certificates do; renewing it must follow the service's own rule
// and must never lock the server out.
#pragma once

#include "core/base/clock.h"
#include "core/files/file_system.h"
#include "core/plan/load.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// OlderLists says what happens to a list that is older than the installed one.
enum class OlderLists { Refuse, Allow };

// CrlUpdateSource is what was brought (LoadedFile::slots for what was named for a slot), and the time that
// lists are judged by.
struct CrlUpdateSource {
    const Loaded& loaded;
    OlderLists older = OlderLists::Refuse;
    base::Time now;
};

// planCrlUpdate puts each list into the slots whose configured, installed CA issued it; lists of other
// issuers in the same file stay. Written as PEM, at the path that is configured (which must be the slot's
// target), with the profile's mode and placement and the owner of the old file. Findings as loadFiles,
// sortCrls, judgeTargets, readConfig and judgeConfig give them, every check:: rule on lists (Revoked for the
// server's own certificate becomes CrlRevokesServer), and: CrlNotConfigured, InstalledNotConfigured,
// InstalledMissing (no CA to judge by), FileUnreadable, CrlOlder (a warning where allowed), CrlSame,
// CrlReadAtStart, SwapStepwise, and what judgeRetention finds. With a blocker among them the plan has no
// changes. Fails with NotSupported if the service has no slot for a list, FileChanged if the config changed
// meanwhile.
base::Result<Plan> planCrlUpdate(const files::FileReader& reader, const Site& site,
                                 const CrlUpdateSource& source, secret::SecretAccess access);

} // namespace certwright::plan
