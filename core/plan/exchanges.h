// Why: a service that reads while its files change must not meet a new certificate beside an old key; where a
// whole folder can be swapped in one step it is, and where not, the person is told.
#pragma once

#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"

namespace certwright::plan {

// planExchanges fills `plan.exchanges` from the changes of `plan`, for each folder of the profile that files
// are changed in, and adds SwapInOneStep (a note) or SwapStepwise (a warning) to its findings. A folder is
// exchanged if its file system exchanges folders ("file-system"); if it holds regular files of its owner with
// one name each, nothing else, and has no access control list of its own, which the copy would not get
// ("contents"); if its own mode stays ("mode"); and if no change of it must be made in two steps ("rule").
// Files that change elsewhere in the same plan cannot be part of it ("places"). A single file changes in one
// step by itself. Does nothing where the plan replaces nothing that exists.
void planExchanges(const files::FileReader& reader, const Site& site, Plan& plan);

} // namespace certwright::plan
