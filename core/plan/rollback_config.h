// Why: a config that was edited by hand since an earlier state must not lose those edits to a rollback.
// Inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/finding.h"
#include "core/plan/config_changes.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// wholeConfig is all of `before` in place of `now`.
std::optional<EditedConfig> wholeConfig(const profile::Profile& profile, std::string_view now,
                                        std::string_view before);

// mergedConfig is `now` with the values that Certwright writes (those of slots, passphrase and retention) as
// they are in `before`; an absent one becomes empty. Adds ConfigMerged (a warning) naming those that differ.
// Nothing if none does; nothing either, with the blockers of judgeConfig and editConfig in `findings`, where
// that cannot be done safely.
std::optional<EditedConfig> mergedConfig(const profile::Profile& profile, const std::string& path,
                                         std::string_view now, std::string_view before,
                                         check::Findings& findings);

} // namespace certwright::plan
