// Why: a file of the service's own that gets a line is looked at as strictly as one that is written anew.
#pragma once

#include <string>

#include "core/plan/targets.h"

namespace certwright::plan {

// judgeFileAndFolders finds what judgeTargets would of one more file below the root and of the folders on the
// way to it.
void judgeFileAndFolders(const files::FileReader& reader, const Site& site, const std::string& path,
                         check::Findings& findings);

} // namespace certwright::plan
