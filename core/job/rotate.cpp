// Why: see rotate.h.
#include "core/job/rotate.h"

#include "core/plan/rotation_planner.h"

namespace certwright::job {

base::Result<plan::Plan> RotateJob::makePlan(const plan::Site& site) {
    return plan::planRotation(environment().fileSystem, site, environment().random, environment().access);
}

} // namespace certwright::job
