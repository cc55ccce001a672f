// Why: what can stop a service should be seen without naming each one: this computer's services are found by
// the rules of their profiles, and remembered from the first time that Certwright worked on them.
//
// "<settingsFolder>/services.json" (mode 0600) holds the remembered ones; whoever works for another account
// keeps them in their own list.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/job/environment.h"
#include "core/job/service_list.h"

namespace certwright::job {

// Surroundings are what only the program knows: the value of an environment variable (empty if it is not
// set), and the home folder of the account that a service folder works with.
struct Surroundings {
    std::function<std::string(const std::string& variable)> variable;
    std::function<std::string(const std::string& root)> home;
};

// KnownServices: `findings` tell of what was moved or is gone (ServiceMoved, ServiceGone), of a list that was
// damaged (ServiceListDamaged, once) and of profiles or folders that cannot be read (ServiceUnreadable).
struct KnownServices {
    std::vector<KnownService> services;
    check::Findings findings;
};

// knownServices lists the remembered services, then those found by the profiles' variables, and at usual
// places that have the service's config, each place once. A remembered folder that is not at its place any
// more is looked for by its identity (findByIdentity); where it was moved to is remembered. Never fails: what
// cannot be known is a finding.
KnownServices knownServices(Environment& environment, const Surroundings& surroundings);

// usualRoot returns where a service is looked for when nobody says: the value of the profile's variable, else
// the first of its usual places that exists; empty if there is none.
std::string usualRoot(const files::FileReader& reader, const Surroundings& surroundings,
                      const profile::Profile& profile);

// servicesAt lists what the profiles make of one folder that nobody has named a service for: those whose
// config is there.
std::vector<KnownService> servicesAt(Environment& environment, const Surroundings& surroundings,
                                     const std::string& root);

// rememberService adds a service, or brings its entry up to date; `root` and `home` are resolved. Does
// nothing without a settings folder. Errors: those of writing; TargetUnsafe where root would write into
// another account's folder; InvalidArgument for a path that is no UTF-8. A damaged list is set aside first.
base::Status rememberService(Environment& environment, const std::string& service, const std::string& root,
                             const std::string& home);

// forgetService removes every entry of `root` (as it stands in the list, or resolved). RootUnknown if there
// is none.
base::Status forgetService(Environment& environment, const std::string& root);

} // namespace certwright::job
