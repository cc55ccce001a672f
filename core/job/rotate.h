// Why: a new master key, and everything sealed under the old one sealed anew, in one transaction with a
// proof.
#pragma once

#include "core/job/import_job.h"
#include "core/job/open_service.h"
#include "core/plan/targets.h"

namespace certwright::job {

// RotateJob plans and applies a rotation of the built-in master key of an opened service: both key stores and
// the config change together. The home folder is not touched.
class RotateJob {
  public:
    RotateJob(Environment environment, OpenedService service);
    ~RotateJob();
    RotateJob(const RotateJob&) = delete;
    RotateJob& operator=(const RotateJob&) = delete;

    // plan works out the changes; the content of the key stores is left out of what is returned. Fails as
    // plan::planRotation does. Writes nothing.
    base::Result<plan::Plan> plan();
    // apply needs an applicable plan from plan() (PlanBlocked otherwise); as ImportJob::apply.
    base::Result<Outcome> apply();

  private:
    Environment m_environment;
    OpenedService m_service;
    std::optional<plan::Plan> m_plan;
};

} // namespace certwright::job
