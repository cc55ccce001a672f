// Why: what is wrong with a service folder that anyone made, what of it can be mended without a person, and
// the mending as one transaction.
#pragma once

#include <vector>

#include "core/job/planned_job.h"
#include "core/prove/diagnose.h"

namespace certwright::job {

// Mending says whether a repair takes a finding away: tried on a view of the folder as the repair would leave
// it, not guessed from the finding.
enum class Mending { Automatic, ByHand };
struct Diagnosed {
    check::Finding finding;
    Mending mending = Mending::ByHand;
};

// Doctored is the diagnosis of an opened service, worst first, with the proof.
struct Doctored {
    std::vector<Diagnosed> findings;
    prove::Proof proof;

    // blocks tells whether something keeps the service from starting, or the next change from being made.
    bool blocks() const;
    // mendable counts what a repair takes away.
    int mendable() const;
};

// diagnose reads only; a recovery's finding leads the list. Errors as plan::planRepair has them.
base::Result<Doctored> diagnose(Environment& environment, const OpenedService& service);

// RepairJob plans and applies what diagnose calls Automatic. Its plan tells with NotRepairable how many other
// findings there are. The proof is required if it succeeded before, or will by all that can be seen once the
// plan is done; else the repaired state stays without one, and the proof is reported.
class RepairJob final : public PlannedJob {
  public:
    using PlannedJob::PlannedJob;

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
    ProofDemand demand() const override { return m_demand; }

  private:
    ProofDemand m_demand = ProofDemand::Reported;
};

} // namespace certwright::job
