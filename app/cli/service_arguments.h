// Why: --service, --root, --home and --at mean the same in every verb that has them.
#pragma once

#include <string>

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "core/job/known_services.h"

namespace certwright::cli {

// ServicePlace is what the options name, with defaults filled in: the profile's variable or usual places for
// the root, the home folder for AOI.
struct ServicePlace {
    profile::Profile profile;
    std::string root;
    std::string home;
};

// servicePlace fails with ProfileUnknown, ProfileInvalid, or RootUnknown if no root is named and none is
// found.
base::Result<ServicePlace> servicePlace(Session& session, const Arguments& arguments);

// surroundingsOf is how known services are found from here: environment variables, and the home folder of the
// account that a service folder works with. `session` must outlive it.
job::Surroundings surroundingsOf(Session& session);

// judgedAt returns --at or now; nothing if --at is no time.
std::optional<base::Time> judgedAt(const Session& session, const Arguments& arguments);

} // namespace certwright::cli
