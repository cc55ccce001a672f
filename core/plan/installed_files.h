// Why: a hand-made set need not lie where an import puts it: what the config names is what the service reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/plan/targets.h"

namespace certwright::plan {

// normalPath drops "." and "..", as text: whether a link leads elsewhere is judged when the file is read.
std::string normalPath(const std::string& path);

// configuredPath returns the absolute, normal path that `value` means in the config of a service at `root`.
std::string configuredPath(const profile::Profile& profile, const std::string& root,
                           const std::string& value);

// installedFiles lists the files of a set as they should be, each path once: key stores, each slot's file
// where `configText` names it (at its target where it names none), home copies, and the config (mode 0) last.
std::vector<Target> installedFiles(const Site& site, std::string_view configText);

} // namespace certwright::plan
