// Why: nothing changes unseen (DESIGN promise 2): what stands at a target must be what the plan saw, and
// nobody else may be able to redirect the way there. Inside this room only.
#pragma once

#include "core/apply/journal.h"

namespace certwright::apply {

// surveyAreas finds out which folders of the further areas are missing (and so will be made while staging),
// and refuses state folders that others can write to. TargetUnsafe, or the reader's errors.
base::Status surveyAreas(const files::FileReader& reader, Journal& journal);
// checkStep holds what stands at one step's target, and the folders from its area's base down to it, to the
// plan. TargetUnsafe for links, foreign owners, writable parents, other file systems; FileChanged for what is
// not as before. A missing folder is right if the plan makes it.
base::Status checkStep(const files::FileReader& reader, const Journal& journal, const Step& step);
// checkSteps is checkStep for all, the first failure first.
base::Status checkSteps(const files::FileReader& reader, const Journal& journal);
// checkWay refuses, as undo needs it, only what is no real folder on the way from the area's base to the
// target; missing folders are right.
base::Status checkWay(const files::FileReader& reader, const Journal& journal, const Step& step);
// checkSpace compares what staging, backups and one copy for the way back need with what is free. DiskFull
// names the area's base.
base::Status checkSpace(const files::FileReader& reader, const Journal& journal, const plan::Plan& plan);

// hashAt returns the hash of a regular file's content; nothing if no such file exists.
base::Result<std::optional<std::string>> hashAt(const files::FileReader& reader, const std::string& path);

} // namespace certwright::apply
