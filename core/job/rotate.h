// Why: a new master key, and everything sealed under the old one sealed anew, in one transaction with a
// proof.
#pragma once

#include "core/job/planned_job.h"

namespace certwright::job {

// RotateJob plans and applies a rotation of the built-in master key of a service: both key stores and the
// config change together. Nothing below the home folder changes. Errors of plan::planRotation.
class RotateJob final : public PlannedJob {
  public:
    using PlannedJob::PlannedJob;

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
};

} // namespace certwright::job
