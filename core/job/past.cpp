// Why: see past.h.
#include "core/job/past.h"

#include "core/job/transaction.h"
#include "core/plan/plan.h"

namespace certwright::job {

base::Result<Past> pastOf(Environment& environment, const OpenedService& service) {
    const std::string state = plan::stateFolderOf(service.root);
    auto history = apply::historyOf(environment.fileSystem, state);
    if (!history)
        return tl::unexpected(history.error());
    Past past{std::move(*history), apply::limitsOf(environment.fileSystem, state), {}};
    if (service.recovered)
        if (const auto finding = recoveryFinding(*service.recovered))
            past.findings.push_back(*finding);
    for (const std::string& id : past.history.damaged)
        past.findings.push_back({check::Severity::Warning, id, check::HistoryEntryDamaged{id}});
    if (!past.history.entries.empty()) {
        const apply::Entry& newest = past.history.entries.front();
        if (environment.now < newest.startedAt)
            past.findings.push_back(
                {check::Severity::Note, newest.id, check::ClockBehind{environment.now, newest.startedAt}});
    }
    return past;
}

apply::HistoryLimits limitsFor(const apply::HistoryLimits& present, const LimitsWish& wish) {
    return {wish.count.value_or(present.count), wish.days.value_or(present.days)};
}

base::Status rememberLimits(Environment& environment, const OpenedService& service,
                            const apply::HistoryLimits& limits) {
    const auto lock = holdLock(environment, service.root);
    if (!lock)
        return tl::unexpected(lock.error());
    return apply::writeLimits(environment.fileSystem, plan::stateFolderOf(service.root), limits);
}

base::Result<std::vector<std::string>> prune(Environment& environment, const OpenedService& service,
                                             const apply::HistoryLimits& limits,
                                             const std::vector<std::string>& shown) {
    const auto lock = holdLock(environment, service.root);
    if (!lock)
        return tl::unexpected(lock.error());
    const std::string state = plan::stateFolderOf(service.root);
    const auto history = apply::historyOf(environment.fileSystem, state);
    if (!history)
        return tl::unexpected(history.error());
    const auto ids = apply::outdated(*history, limits, environment.now);
    if (ids != shown)
        return base::failure(base::ErrorCode::FileChanged, state);
    for (const std::string& id : ids)
        if (auto wiped = apply::wipeEntry(environment.fileSystem, state, id); !wiped)
            return tl::unexpected(wiped.error());
    return ids;
}

} // namespace certwright::job
