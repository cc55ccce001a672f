// Why: everything that can be said about the place before a key is opened, in one go, so that `check` tells
// as much as `plan` does.
#pragma once

#include <optional>
#include <string>

#include "core/check/check.h"
#include "core/files/file_system.h"
#include "core/plan/config_changes.h"
#include "core/plan/targets.h"

namespace certwright::plan {

// retentionFor returns when the service shall delete its certificates: `days` (default: the profile's) from
// `now`. Nothing if the profile knows no retention. InvalidArgument if the days are outside the profile's
// bounds, or are given for a service that has none.
base::Result<std::optional<base::Time>> retentionFor(const profile::Profile& profile, std::optional<int> days,
                                                     base::Time now);

// judgeRetention compares it with the leaf's end: RetentionBeforeCertificate (a warning), RetentionLongAfter
// (a note, from the profile's warning days on).
void judgeRetention(const profile::Profile& profile, base::Time retention, base::Time notAfter,
                    check::Findings& findings);

// judgeService finds what is wrong with folders, files, key stores and config of `site`, given what an import
// wants of it. `configText` is what readConfig returned.
void judgeService(const files::FileReader& reader, const Site& site, const ConfigIntent& intent,
                  const std::optional<std::string>& configText, check::Findings& findings);

// brought returns the ids of the slots that `material` has something for.
std::set<std::string> brought(const profile::Profile& profile, const check::Material& material);

// withdrawn tells whether an import that brings `slots` takes `slot` away: something else of its trust pair
// is brought, it is not (a CRL of the old CA beside a new CA would stop the service). Pairs of which nothing
// is brought stay as they are.
bool withdrawn(const profile::Slot& slot, const profile::Profile& profile,
               const std::set<std::string>& slots);

} // namespace certwright::plan
