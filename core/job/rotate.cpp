// Why: see rotate.h.
#include "core/job/rotate.h"

#include "core/job/transaction.h"
#include "core/plan/import_planner.h"
#include "core/plan/rotation_planner.h"

namespace certwright::job {

RotateJob::RotateJob(Environment environment, OpenedService service)
    : m_environment(std::move(environment))
    , m_service(std::move(service)) {}

RotateJob::~RotateJob() {
    if (m_plan)
        plan::wipePlan(*m_plan);
}

base::Result<plan::Plan> RotateJob::plan() {
    m_environment.progress.enter(base::Step::Plan, 0, 1);
    if (m_plan)
        plan::wipePlan(*m_plan);
    m_plan.reset();
    check::Findings findings;
    const auto site =
        plan::siteOf(m_environment.fileSystem, m_service.profile, m_service.root, m_service.home, findings);
    if (!site) {
        plan::Plan blocked;
        blocked.service = m_service.profile.id;
        blocked.root = m_service.root;
        blocked.findings = std::move(findings);
        return blocked;
    }
    auto made =
        plan::planRotation(m_environment.fileSystem, *site, m_environment.random, m_environment.access);
    if (!made)
        return tl::unexpected(made.error());
    m_plan = std::move(*made);
    if (m_service.recovered)
        if (const auto finding = recoveryFinding(*m_service.recovered))
            m_plan->findings.insert(m_plan->findings.begin(), *finding);
    return plan::withoutKeyMaterial(*m_plan);
}

base::Result<Outcome> RotateJob::apply() {
    if (!m_plan || !m_plan->applicable())
        return base::failure(base::ErrorCode::PlanBlocked, m_service.root);
    return carryOut(m_environment, *m_plan, {&m_service.profile, m_service.root, m_service.home});
}

} // namespace certwright::job
