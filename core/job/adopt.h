// Why: installations that the vendor's script, or a person, made deserve a past too: the state as it is now
// becomes the first that can be restored.
#pragma once

#include "core/job/planned_job.h"

namespace certwright::job {

// AdoptJob stores the present state of a service as a transaction without changes; no byte and no mode of the
// service is touched. Findings are those of judgeTargets, readConfig and prove::verify, faults of the
// installation as warnings: only volume, owner, unsafe folders and an unreadable config block. Also
// AdoptOutside, AdoptClearKey (warnings) and AdoptedAlready (a note: the plan then has no areas and cannot be
// applied). The proof is reported if the built-in vault sealed the passphrase, else left out.
class AdoptJob final : public PlannedJob {
  public:
    using PlannedJob::PlannedJob;

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
    ProofDemand demand() const override { return m_demand; }

  private:
    base::Status look(const plan::Site& site, plan::Plan& plan);

    ProofDemand m_demand = ProofDemand::None;
};

} // namespace certwright::job
