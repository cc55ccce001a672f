// Why: see rotate.h.
#include "core/job/rotate.h"

#include "core/job/open_service.h"
#include "core/job/transaction.h"
#include "core/plan/import_planner.h"
#include "core/plan/rotation_planner.h"

namespace certwright::job {

struct RotateJob::State {
    Environment environment;
    std::string serviceId;
    std::string root;
    std::string home;
    std::optional<OpenedService> service;
    std::optional<plan::Plan> plan;

    ~State() { dropPlan(); }

    void dropPlan() {
        if (plan)
            plan::wipePlan(*plan);
        plan.reset();
    }

    base::Result<plan::Plan> makePlan() {
        check::Findings findings;
        const auto site =
            plan::siteOf(environment.fileSystem, service->profile, service->root, service->home, findings);
        if (site)
            return plan::planRotation(environment.fileSystem, *site, environment.random, environment.access);
        plan::Plan blocked;
        blocked.service = service->profile.id;
        blocked.root = service->root;
        blocked.findings = std::move(findings);
        return blocked;
    }
};

RotateJob::RotateJob(Environment environment, std::string service, std::string root, std::string home)
    : m_state(
          new State{std::move(environment), std::move(service), std::move(root), std::move(home), {}, {}}) {}

RotateJob::~RotateJob() = default;

base::Result<plan::Plan> RotateJob::plan() {
    State& state = *m_state;
    state.dropPlan();
    auto service = openService(state.environment, state.serviceId, state.root, state.home);
    if (!service)
        return tl::unexpected(service.error());
    state.service = std::move(*service);
    state.environment.progress.enter(base::Step::Plan, 0, 1);
    auto made = state.makePlan();
    if (!made)
        return tl::unexpected(made.error());
    state.plan = std::move(*made);
    const auto finding = state.service->recovered ? recoveryFinding(*state.service->recovered) : std::nullopt;
    if (finding)
        state.plan->findings.insert(state.plan->findings.begin(), *finding);
    return plan::withoutKeyMaterial(*state.plan);
}

base::Result<Outcome> RotateJob::apply() {
    State& state = *m_state;
    if (!state.plan || !state.plan->applicable())
        return base::failure(base::ErrorCode::PlanBlocked, state.root);
    const OpenedService& service = *state.service;
    return carryOut(state.environment, *state.plan, {&service.profile, service.root, service.home});
}

} // namespace certwright::job
