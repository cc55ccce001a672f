// Why: a service that deletes its own certificates on a day in its config is kept alive by one edited line;
// that line is planned like everything else that is written.
#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// RetentionWish is the new date and, where it is known, when the server's certificate ends.
struct RetentionWish {
    base::Time until;
    std::optional<base::Time> certificateEnd;
};

// retentionUntil checks a date that was chosen: as many days from `now` as the profile allows, to the second.
// InvalidArgument if it is outside (detail: the days allowed, "1..2000"), or for a service that keeps no such
// date (detail: its id).
base::Result<base::Time> retentionUntil(const profile::Profile& profile, base::Time until, base::Time now);

// planRetention plans the edit of the one config value; no change if it says so already. Findings: those of
// judgeTargets and of the config, RetentionShortened, RetentionBeforeCertificate (warnings),
// RetentionLongAfter. The profile must have a retention. FileChanged if the config changes meanwhile.
base::Result<Plan> planRetention(const files::FileReader& reader, const Site& site, const RetentionWish& wish,
                                 secret::SecretAccess access);

} // namespace certwright::plan
