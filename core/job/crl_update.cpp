// Why: see crl_update.h.
#include "core/job/crl_update.h"

#include <algorithm>

#include "core/plan/load.h"

namespace certwright::job {

CrlUpdateJob::CrlUpdateJob(Environment environment, ServiceChoice choice, CrlUpdateRequest request)
    : PlannedJob(std::move(environment), std::move(choice))
    , m_request(std::move(request)) {}

base::Result<plan::Plan> CrlUpdateJob::makePlan(const plan::Site& site) {
    for (const auto& [id, path] : m_request.slots) {
        const profile::Slot* slot = site.profile->slot(id);
        if (slot == nullptr || slot->kind != profile::SlotKind::Crl)
            return base::failure(base::ErrorCode::InvalidArgument, id, site.profile->id);
    }
    Environment& world = environment();
    const auto loaded =
        plan::loadFiles(world.fileSystem, m_request.slots, m_request.paths, world.progress, world.access);
    if (!loaded)
        return tl::unexpected(loaded.error());
    auto made =
        plan::planCrlUpdate(world.fileSystem, site, {*loaded, m_request.older, world.judgedAt}, world.access);
    if (!made || !made->applicable() || made->changes.empty())
        return made;
    const auto before = prove::prove(world.fileSystem, place(), world.judgedAt, world.access);
    const bool opens = std::ranges::find(before.passed, prove::ProofStep::OpenKey) != before.passed.end();
    m_demand = opens ? ProofDemand::Required : ProofDemand::Reported;
    return made;
}

} // namespace certwright::job
