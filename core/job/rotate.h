// Why: a new master key, and everything sealed under the old one sealed anew, in one transaction with a
// proof.
#pragma once

#include <memory>
#include <string>

#include "core/job/import_job.h"

namespace certwright::job {

// RotateJob plans and applies a rotation of the built-in master key of a service: both key stores and the
// config change together. Nothing below the home folder changes.
class RotateJob {
  public:
    RotateJob(Environment environment, std::string service, std::string root, std::string home);
    ~RotateJob();
    RotateJob(const RotateJob&) = delete;
    RotateJob& operator=(const RotateJob&) = delete;

    // plan opens the service (errors of openService) and works out the changes (errors of
    // plan::planRotation); a recovery's finding leads the list. Writes nothing else. The content of the key
    // stores is left out of what is returned.
    base::Result<plan::Plan> plan();
    // apply needs an applicable plan from plan() (PlanBlocked otherwise); as ImportJob::apply.
    base::Result<Outcome> apply();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace certwright::job
