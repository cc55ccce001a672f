// Why: see crl_update.h.
#include "core/job/crl_update.h"

#include <algorithm>

#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/installed_objects.h"
#include "core/plan/large_lists.h"
#include "core/plan/load.h"

namespace certwright::job {

namespace {

std::vector<base::Bytes> installedSerials(const Environment& world, const plan::Site& site) {
    std::vector<base::Bytes> serials;
    check::Findings told; // the planner tells them
    const auto text = plan::readConfig(world.fileSystem, *site.profile, site.root, told);
    if (!text)
        return serials;
    const plan::InstalledObjects installed(world.fileSystem, site, *text, world.access);
    for (const plan::InstalledSlot& slot : installed.slots())
        plan::addSerials(slot.items, serials);
    return serials;
}

} // namespace

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
    auto loaded =
        plan::loadFiles(world.fileSystem, m_request.slots, m_request.paths, world.progress, world.access);
    if (!loaded)
        return tl::unexpected(loaded.error());
    // What is installed is what a large list has to be searched for.
    auto searched =
        plan::searchLists(*loaded, world.fileSystem, installedSerials(world, site), world.progress);
    if (!searched)
        return tl::unexpected(searched.error());
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
