// Why: see rollback.h.
#include "core/job/rollback.h"

namespace certwright::job {

namespace {

ProofDemand demandOf(const plan::Site& site, const plan::RestorePoint& point, Acceptance acceptance) {
    if (point.proved == plan::Proved::Yes)
        return acceptance == Acceptance::Unproved ? ProofDemand::Reported : ProofDemand::Required;
    return plan::configuresKey(site, point) ? ProofDemand::Reported : ProofDemand::None;
}

} // namespace

RollbackJob::RollbackJob(Environment environment, ServiceChoice service, RollbackChoice choice)
    : PlannedJob(std::move(environment), std::move(service))
    , m_choice(std::move(choice)) {}

base::Result<plan::Plan> RollbackJob::makePlan(const plan::Site& site) {
    const files::FileReader& reader = environment().fileSystem;
    const std::string stateFolder = plan::stateFolderOf(site.root);
    const auto history = apply::historyOf(reader, stateFolder);
    if (!history)
        return tl::unexpected(history.error());
    const auto entry = entryOf(*history, stateFolder, m_choice.id);
    if (!entry)
        return tl::unexpected(entry.error());
    // "The newest" must not mean the one before it because the newest is damaged.
    if (m_choice.id.empty() && !history->damaged.empty() && !describesDisk(reader, **entry))
        return base::failure(base::ErrorCode::HistoryDamaged, history->damaged.back());
    const Side side = m_choice.id.empty() ? Side::Before : m_choice.side;
    const auto point = restorePoint(reader, place(), *history, **entry, side);
    if (!point)
        return tl::unexpected(point.error());
    m_demand = demandOf(site, *point, m_choice.acceptance);
    return plan::planRollback(reader, site, *point, environment().judgedAt, environment().access);
}

} // namespace certwright::job
