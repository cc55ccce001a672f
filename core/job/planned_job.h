// Why: replace, update, rollback, repair and the like differ in what they plan and in nothing else: open the
// service, plan, show, apply, prove.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/job/environment.h"
#include "core/job/import_job.h"
#include "core/job/open_service.h"
#include "core/job/transaction.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"

namespace certwright::job {

// ServiceChoice is the service that a job is about, as the person named it.
struct ServiceChoice {
    std::string service;
    std::string root;
    std::string home;
};

// PlannedJob is the road of every verb that changes an installed service.
class PlannedJob {
  public:
    PlannedJob(Environment environment, ServiceChoice choice);
    PlannedJob(const PlannedJob&) = delete;
    PlannedJob& operator=(const PlannedJob&) = delete;
    virtual ~PlannedJob();

    // plan opens the service (errors of openService, which ends an interrupted transaction), and works out
    // the changes (errors of makePlan); a recovery's finding leads the list. Writes nothing else. The content
    // of key stores is left out of what is returned.
    base::Result<plan::Plan> plan();
    // apply needs an applicable plan from plan() (PlanBlocked otherwise); errors of carryOut.
    base::Result<Outcome> apply();
    // reloadAfterwards changes Environment::reload until apply() is called.
    void reloadAfterwards(Reload wish) { m_environment.reload = wish; }
    // lookAfterwards changes Environment::servedAt until apply() is called.
    void lookAfterwards(std::string servedAt) { m_environment.servedAt = std::move(servedAt); }

  protected:
    // makePlan plans for the opened service; `site` holds only during the call.
    virtual base::Result<plan::Plan> makePlan(const plan::Site& site) = 0;
    // demand says what a failed proof means; asked after makePlan.
    virtual ProofDemand demand() const { return ProofDemand::Required; }

    Environment& environment() { return m_environment; }
    // service is what makePlan and demand may look at.
    const OpenedService& service() const { return *m_service; }
    prove::Place place() const { return placeOf(*m_service); }

  private:
    void dropPlan();
    base::Result<plan::Plan> planOnce(const plan::Site& site);

    Environment m_environment;
    ServiceChoice m_choice;
    std::optional<OpenedService> m_service;
    std::optional<plan::Plan> m_plan;
};

} // namespace certwright::job
