// Why: whatever was done can be taken back, years later and offline; and that can be taken back too.
#pragma once

#include <string>

#include "core/job/past_state.h"
#include "core/job/planned_job.h"

namespace certwright::job {

// Acceptance says whether a restored state stays even if its proof fails now (a certificate that has ended
// since, say).
enum class Acceptance { OnlyProved, Unproved };

// RollbackChoice names a state: that after (or before) the transaction `id`; without an `id` the state before
// the newest one.
struct RollbackChoice {
    std::string id;
    Side side = Side::After;
    Acceptance acceptance = Acceptance::OnlyProved;
};

// RollbackJob plans and applies the way back to a stored state. Errors of historyOf, entryOf, restorePoint
// and planRollback; without an id, HistoryDamaged too where a damaged entry may be newer than the newest
// readable one. The proof is required if the state had passed one, reported if not, and left out where no key
// is configured.
class RollbackJob final : public PlannedJob {
  public:
    RollbackJob(Environment environment, ServiceChoice service, RollbackChoice choice);

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
    ProofDemand demand() const override { return m_demand; }

  private:
    RollbackChoice m_choice;
    ProofDemand m_demand = ProofDemand::Required;
};

} // namespace certwright::job
