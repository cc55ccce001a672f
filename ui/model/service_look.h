// Why: what the window shows of the installed services is read in one go on the worker, and judged there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/known_services.h"
#include "core/job/service_dates.h"
#include "core/profile/profile.h"
#include "ui/model/card_role.h"
#include "ui/model/host.h"

namespace certwright::model {

// Listing tells how a service is known: by the list of known services, or found by its profile's rules.
enum class Listing { Remembered, Found };

// ServiceLook is one service as it was seen, judged `at` that time. `dates` earliest first; `findings` worst first (what could not be
// read, what was interrupted); `watched` are the files and folders whose change calls for another look. A
// remembered folder that is not there any more is `gone`; its `service` may then be empty.
struct ServiceLook {
    job::KnownService service;
    base::Time at;
    profile::Title title;
    profile::Rules rules;
    Listing listing = Listing::Found;
    bool gone = false;
    std::vector<job::ServiceDate> dates;
    check::Findings findings;
    std::vector<std::string> watched;

    // key names the service after another look ("streamserver /opt/sdk").
    std::string key() const;
    // urgency is that of the worst date or finding; Nothing where nothing is installed that could end.
    Urgency urgency() const;
};

// urgencyOf judges one date by the thresholds of its service.
Urgency urgencyOf(const job::ServiceDate& date, const profile::Rules& rules);

// LookAround is all services, worst first. `told` are the findings that are not about what is installed:
// interrupted transactions that were ended now and those that could not be ended, services that moved or are
// gone, a damaged list; in this order.
struct LookAround {
    std::vector<ServiceLook> services;
    check::Findings told;
};

// lookAround finds the services of this computer and reads each. For the worker.
LookAround lookAround(const Host& host);

} // namespace certwright::model
