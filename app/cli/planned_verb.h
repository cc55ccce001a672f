// Why: every verb that changes an installed service shows its plan, asks, applies and tells the outcome in
// the same way.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "core/job/planned_job.h"

namespace certwright::cli {

// showPlan adds changes to page and JSON ("plan").
void showPlan(Session& session, Output& output, const plan::Plan& plan);

// applyPlan goes on where `plan` (of `job`) has been shown: findings, the question unless --yes, apply, proof
// and receipt. A plan that blocks or changes nothing ends there. The output is finished
// unless a change was made and kept: then the verb may add to it, and finishes it with `status`.
enum class Change { None, Made };
struct VerbEnd {
    int status = exitDone;
    Change change = Change::None;
};
VerbEnd applyPlan(Session& session, const Arguments& arguments, Output& output, job::PlannedJob& job,
                  const plan::Plan& plan);

// toldOf lists why it failed and what was seen of the running service.
check::Findings toldOf(const job::Outcome& outcome);

// runPlanned is plan, showPlan and applyPlan, to the end.
int runPlanned(Session& session, const Arguments& arguments, Output& output, job::PlannedJob& job);

} // namespace certwright::cli
