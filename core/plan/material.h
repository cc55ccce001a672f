// Why: the rules know no service and no files; this turns a profile and a selection into what they do know.
#pragma once

#include <optional>
#include <string>

#include "core/check/material.h"
#include "core/check/policy.h"
#include "core/files/file_system.h"
#include "core/plan/load.h"
#include "core/plan/select.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// policyOf takes over a profile's rules; `host` is what the certificate's names must cover, if anything.
check::Policy policyOf(const profile::Profile& profile, const std::optional<std::string>& host);

// hostOf returns the host that the service's config names for its certificate: nothing where the profile
// knows no such check, the config switches it off or cannot be read, or no name is given.
std::optional<std::string> hostOf(const profile::Profile& profile, std::string_view configText);

// materialOf puts the selected objects into their roles. `key` says how far the key was opened. Of the
// sources those are in it that were given for a slot or that something was taken from.
check::Material materialOf(const Loaded& loaded, const Selection& selection, const profile::Profile& profile,
                           const check::SourcedKey& key, const files::FileReader& reader);

} // namespace certwright::plan
