// Why: clean, and --clean after an import or a replacement, remove files in the same way.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "core/job/clean_job.h"
#include "core/job/known_passwords.h"

namespace certwright::cli {

// CleanTime: a verb of its own; or after a change that is done and stays, whatever becomes of the files.
enum class CleanTime { Alone, AfterChange };

// CleanRequest is the service, what was brought, and the time that it is judged by.
struct CleanRequest {
    job::ServiceChoice service;
    plan::CleanWish wish;
    base::Time judgedAt;
};

// cleanSources verifies, shows what goes and what stays (JSON: "cleanUp"), asks its own question unless
// --yes, overwrites and removes ("wiped"), and finishes `output`: 0 also where nothing was to be removed or,
// after a change, the answer was no; 3 if a file could not be removed.
int cleanSources(Session& session, const Arguments& arguments, Output& output, const CleanRequest& request,
                 CleanTime time, job::PasswordSource& passwords);

// wishOf lists the sources of an import or a replacement: the files given for slots and the paths.
plan::CleanWish wishOf(const std::map<std::string, std::string>& slots,
                       const std::vector<std::string>& paths);

// finishWithCleaning ends an import or a replacement that is done: with --clean by cleanSources, where
// `passwords` answers with what it was told before; else with a line that names the command for it, where a
// person reads this.
int finishWithCleaning(Session& session, const Arguments& arguments, Output& output,
                       const CleanRequest& request, job::KnownPasswords& passwords);

} // namespace certwright::cli
