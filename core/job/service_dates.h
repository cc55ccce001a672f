// Why: everything that can stop any service of this computer, in the order in which it will.
#pragma once

#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/job/environment.h"
#include "core/job/installed_dates.h"
#include "core/job/service_list.h"

namespace certwright::job {

// ServiceDate is an end and whose it is. `daysLeft` are whole days (base::wholeDays) from the time that is
// judged by. `id` (32 hexadecimal digits) names what ends, not when: it stays when the date moves, and when
// the folder moves.
struct ServiceDate {
    std::string service;
    std::string root;
    End what;
    int daysLeft = 0;
    bool passed = false;
    std::string id;
};

// LookedAt is one service with how many dates it has; `readable` is false where a finding says why it could
// not be looked at.
struct LookedAt {
    KnownService service;
    std::size_t dates = 0;
    bool readable = true;
};

// ServiceDates: `dates` earliest first. `findings`: those of installedEnds, ServiceUnreadable (a blocker) for
// what could not be looked at, and what was found of interrupted transactions.
struct ServiceDates {
    std::vector<ServiceDate> dates;
    std::vector<LookedAt> services;
    check::Findings findings;
};

// serviceDates looks at each service; one that cannot be looked at does not hide the others. An interrupted
// transaction is ended first (openService); else nothing is written.
ServiceDates serviceDates(Environment& environment, const std::vector<KnownService>& services);

// endsWithin tells whether `date` has passed at `now`, or comes up to `days` days after it, to the second.
bool endsWithin(const ServiceDate& date, base::Time now, int days);

} // namespace certwright::job
