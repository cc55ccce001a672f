// Why: the past is looked at and tidied by verbs that change nothing of the service.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/apply/history.h"
#include "core/check/finding.h"
#include "core/job/environment.h"
#include "core/job/open_service.h"

namespace certwright::job {

// Past is the history of a service. Findings: a recovery's, HistoryEntryDamaged (a warning) for each entry
// that cannot be read, ClockBehind (a note) if the clock is behind the newest entry.
struct Past {
    apply::History history;
    apply::HistoryLimits limits;
    check::Findings findings;
};

// pastOf reads it; errors of apply::historyOf.
base::Result<Past> pastOf(Environment& environment, const OpenedService& service);

// LimitsWish is what the person wants changed of the limits.
struct LimitsWish {
    std::optional<int> count;
    std::optional<int> days;
};
// limitsFor returns the present limits with the wish applied.
apply::HistoryLimits limitsFor(const apply::HistoryLimits& present, const LimitsWish& wish);

// rememberLimits stores the limits for this service, under its lock. Errors of holdLock and writeLimits.
base::Status rememberLimits(Environment& environment, const OpenedService& service,
                            const apply::HistoryLimits& limits);

// prune wipes what `limits` no longer allow, under the lock, and returns what it wiped. FileChanged (subject:
// an id) with nothing wiped if that is not what was `shown`.
base::Result<std::vector<std::string>> prune(Environment& environment, const OpenedService& service,
                                             const apply::HistoryLimits& limits,
                                             const std::vector<std::string>& shown);

} // namespace certwright::job
