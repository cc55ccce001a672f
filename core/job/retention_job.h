// Why: a service that deletes its own certificates needs its date moved in time; seen, planned, proved and
// undoable like an import.
#pragma once

#include <optional>
#include <string>

#include "core/job/planned_job.h"

namespace certwright::job {

// RetentionView is what stands in the config: `value` as it is there (may be empty), `date` if it is one, and
// when the server's certificate ends, if it can be read. `findings`: RetentionPassed (a blocker),
// RetentionBeforeCertificate, RetentionLongAfter, InstalledNotConfigured, what was found of an interrupted
// transaction.
struct RetentionView {
    std::string value;
    std::optional<base::Time> date;
    std::optional<base::Time> certificateEnd;
    check::Findings findings;
};

// viewRetention looks at an opened service. InvalidArgument if it keeps no such date (detail: its id); errors
// of prove::readInstalled.
base::Result<RetentionView> viewRetention(Environment& environment, const OpenedService& service);

// RetentionJob plans and applies a new date. Errors also: those of plan::retentionUntil.
class RetentionJob final : public PlannedJob {
  public:
    // The service shall keep its certificates until `until`.
    RetentionJob(Environment environment, ServiceChoice choice, base::Time until);

  protected:
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;
    // A service that was whole must be so afterwards; one that was not gets its date nevertheless.
    ProofDemand demand() const override { return m_demand; }

  private:
    base::Time m_until;
    ProofDemand m_demand = ProofDemand::Required;
};

} // namespace certwright::job
