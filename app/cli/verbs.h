// Why: one function, one file, per verb. Each returns the exit status.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"

namespace certwright::cli {

int runInspect(Session& session, const Arguments& arguments);
int runProfiles(Session& session, const Arguments& arguments);
int runValidate(Session& session, const Arguments& arguments);
int runCheck(Session& session, const Arguments& arguments);
int runPlan(Session& session, const Arguments& arguments);
int runImport(Session& session, const Arguments& arguments);
int runVerify(Session& session, const Arguments& arguments);
int runUnlock(Session& session, const Arguments& arguments);
int runRotate(Session& session, const Arguments& arguments);
int runReplace(Session& session, const Arguments& arguments);
int runCrlUpdate(Session& session, const Arguments& arguments);
int runHistory(Session& session, const Arguments& arguments);
int runRollback(Session& session, const Arguments& arguments);
int runClean(Session& session, const Arguments& arguments);
int runDoctor(Session& session, const Arguments& arguments);
int runAdopt(Session& session, const Arguments& arguments);
int runDates(Session& session, const Arguments& arguments);
int runRetention(Session& session, const Arguments& arguments);
int runReport(Session& session, const Arguments& arguments);
int runServeCheck(Session& session, const Arguments& arguments);
int runScan(Session& session, const Arguments& arguments);
int runPractice(Session& session, const Arguments& arguments);

} // namespace certwright::cli
