// Why: nothing is cleaned up before what is installed has been shown to be whole: until then the sources are
// the only copy that works.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/apply/wipe_files.h"
#include "core/job/environment.h"
#include "core/job/planned_job.h"
#include "core/plan/clean_up.h"

namespace certwright::job {

// CleanJob goes one stage further with each call: plan, apply.
class CleanJob {
  public:
    CleanJob(Environment environment, ServiceChoice choice, plan::CleanWish wish);

    // plan opens the service (errors of openService), verifies it (errors of verifyService) and decides for
    // each file (errors of planCleanUp). If what is installed is not whole, the blockers say why and no file
    // is in it. `passwords` is asked for each file that was named and cannot be opened with what was answered
    // before; for files that were only found, at most once. Writes nothing.
    base::Result<plan::CleanUp> plan(PasswordSource& passwords);

    // apply needs an applicable clean-up from plan() (PlanBlocked otherwise). Under the lock it looks once
    // more whether what is installed is what was verified (FileChanged), then overwrites and removes.
    base::Result<std::vector<apply::WipeOutcome>> apply();

  private:
    base::Result<plan::CleanUp> decide(const plan::Site& site, PasswordSource& passwords);
    base::Status installedAsBefore() const;

    Environment m_environment;
    ServiceChoice m_choice;
    plan::CleanWish m_wish;
    std::optional<OpenedService> m_service;
    std::optional<plan::CleanUp> m_plan;
};

} // namespace certwright::job
