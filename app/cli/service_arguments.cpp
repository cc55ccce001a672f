// Why: where a service is looked for when nobody says: the variable of its profile, then its usual places.
#include "app/cli/service_arguments.h"

#include <cstdlib>

#include "app/cli/account.h"

namespace certwright::cli {

namespace {

std::string variableOf(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

std::string findRoot(const files::FileReader& reader, const profile::Profile& profile) {
    if (!profile.rootVariable.empty())
        if (const std::string value = variableOf(profile.rootVariable); !value.empty())
            return value;
    for (const std::string& place : profile.usualPlaces)
        if (reader.stat(place, files::Links::Follow))
            return place;
    return {};
}

// homeFor: root works for the owner of the service folder, so the home is that owner's too.
std::string homeFor(const files::FileReader& reader, const std::string& root) {
    const auto info = reader.stat(root, files::Links::Follow);
    const std::uint32_t self = reader.self().user;
    const bool forAnother = self == 0 && info && info->owner.user != self;
    return forAnother ? homeFolderOf(info->owner.user) : homeFolder();
}

} // namespace

base::Result<ServicePlace> servicePlace(Session& session, const Arguments& arguments) {
    auto profile = profile::findProfile(arguments.service, session.ownProfiles());
    if (!profile)
        return tl::unexpected(profile.error());
    ServicePlace place{std::move(*profile), arguments.root, arguments.home};
    if (place.root.empty())
        place.root = findRoot(session.fileSystem(), place.profile);
    if (place.root.empty())
        return base::failure(base::ErrorCode::RootUnknown, place.profile.id);
    if (place.home.empty())
        place.home = homeFor(session.fileSystem(), place.root);
    return place;
}

job::Surroundings surroundingsOf(Session& session) {
    return {variableOf, [&session](const std::string& root) { return homeFor(session.fileSystem(), root); }};
}

std::optional<base::Time> judgedAt(const Session& session, const Arguments& arguments) {
    if (arguments.at.empty())
        return session.now();
    return base::parseTime(arguments.at);
}

} // namespace certwright::cli
