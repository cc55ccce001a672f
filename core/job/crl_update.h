// Why: a list that ends in a week is renewed in one transaction with a proof, as the service allows it while
// it runs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/job/planned_job.h"
#include "core/plan/crl_update_planner.h"

namespace certwright::job {

// CrlUpdateRequest: `slots` names files for slots, `paths` files and folders that find their slots by issuer.
struct CrlUpdateRequest {
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    plan::OlderLists older = plan::OlderLists::Refuse;
};

// CrlUpdateJob loads, plans and applies. Errors of loadFiles and planCrlUpdate; InvalidArgument (subject: the
// slot) for a slot that the service does not have or that takes no list. A proof is demanded where the
// installed key can be opened at all: of what the vendor's tool sealed it cannot, and is only reported.
class CrlUpdateJob final : public PlannedJob {
  public:
    CrlUpdateJob(Environment environment, ServiceChoice choice, CrlUpdateRequest request);

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
    ProofDemand demand() const override { return m_demand; }

  private:
    CrlUpdateRequest m_request;
    ProofDemand m_demand = ProofDemand::Required;
};

} // namespace certwright::job
