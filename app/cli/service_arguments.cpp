// Why: where a service is looked for when nobody says: the variable of its profile, then its usual places.
#include "app/cli/service_arguments.h"

#include "app/host/surroundings.h"

namespace certwright::cli {

base::Result<ServicePlace> servicePlace(Session& session, const Arguments& arguments) {
    auto profile = profile::findProfile(arguments.service, session.ownProfiles());
    if (!profile)
        return tl::unexpected(profile.error());
    ServicePlace place{std::move(*profile), arguments.root, arguments.home};
    if (place.root.empty())
        place.root = job::usualRoot(session.fileSystem(), surroundingsOf(session), place.profile);
    if (place.root.empty())
        return base::failure(base::ErrorCode::RootUnknown, place.profile.id);
    if (place.home.empty())
        place.home = surroundingsOf(session).home(place.root);
    return place;
}

job::Surroundings surroundingsOf(Session& session) {
    return host::surroundingsOf(session.fileSystem());
}

std::optional<base::Time> judgedAt(const Session& session, const Arguments& arguments) {
    if (arguments.at.empty())
        return session.now();
    return base::parseTime(arguments.at);
}

} // namespace certwright::cli
