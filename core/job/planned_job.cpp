// Why: see planned_job.h.
#include "core/job/planned_job.h"

#include <utility>

#include "core/job/service_commands.h"
#include "core/plan/import_planner.h"

namespace certwright::job {

PlannedJob::PlannedJob(Environment environment, ServiceChoice choice)
    : m_environment(std::move(environment))
    , m_choice(std::move(choice)) {}

PlannedJob::~PlannedJob() {
    dropPlan();
}

void PlannedJob::dropPlan() {
    if (m_plan)
        plan::wipePlan(*m_plan);
    m_plan.reset();
}

// Another program's transaction that is halfway shows new key stores beside an old config: such a service is
// looked at again once that is done.
base::Result<plan::Plan> PlannedJob::planOnce(const plan::Site& site) {
    auto planned = makePlan(site);
    const std::string state = plan::stateFolderOf(m_service->root);
    const bool mixed = !planned && planned.error().code == base::ErrorCode::SealInvalid;
    if (!mixed || !m_environment.fileSystem.stat(state, files::Links::Refuse))
        return planned;
    const auto lock = holdLock(m_environment, m_service->root);
    if (!lock && lock.error().code == base::ErrorCode::LockHeld)
        return tl::unexpected(lock.error());
    return lock ? makePlan(site) : std::move(planned);
}

base::Result<plan::Plan> PlannedJob::plan() {
    dropPlan();
    auto opened = openService(m_environment, m_choice.service, m_choice.root, m_choice.home);
    if (!opened)
        return tl::unexpected(opened.error());
    m_service = std::move(*opened);
    m_environment.progress.enter(base::Step::Plan, 0, 1);
    if (m_environment.progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    check::Findings findings;
    auto site = plan::siteOf(m_environment.fileSystem, m_service->profile, m_service->root, m_service->home,
                             findings);
    plan::Plan made;
    if (site) {
        site->rootPolicy = m_environment.rootPolicy;
        site->vendor = m_service->protector.library.get();
        auto planned = planOnce(*site);
        if (!planned)
            return tl::unexpected(planned.error());
        made = std::move(*planned);
    } else {
        made.findings = std::move(findings);
    }
    const check::Findings& demanded = m_service->protector.findings;
    made.findings.insert(made.findings.end(), demanded.begin(), demanded.end());
    made.service = m_service->profile.id;
    made.root = m_service->root;
    check::sortWorstFirst(made.findings);
    tellCommands(m_environment, m_service->profile, m_service->root, made);
    if (m_service->recovered)
        if (const auto finding = recoveryFinding(*m_service->recovered))
            made.findings.insert(made.findings.begin(), *finding);
    m_plan = std::move(made);
    return plan::withoutKeyMaterial(*m_plan);
}

base::Result<Outcome> PlannedJob::apply() {
    if (!m_plan || !m_plan->applicable())
        return base::failure(base::ErrorCode::PlanBlocked, m_choice.root);
    return carryOut(m_environment, *m_plan, place(), demand());
}

} // namespace certwright::job
