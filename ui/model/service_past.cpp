// Why: see service_past.h.
#include "ui/model/service_past.h"

#include <algorithm>

#include "core/job/past_state.h"
#include "core/profile/load.h"

namespace certwright::model {

namespace {

ServicePast read(job::Environment& environment, const job::KnownService& service) {
    ServicePast result;
    result.service = service;
    auto opened = job::openService(environment, service.service, service.root, service.home);
    if (!opened) {
        result.error = opened.error();
        // Its words may need the profile all the same.
        if (auto profile = profile::findProfile(service.service, environment.ownProfiles))
            result.profile = std::move(*profile);
        return result;
    }
    auto past = job::pastOf(environment, *opened);
    result.profile = std::move(opened->profile);
    if (!past) {
        result.error = past.error();
        return result;
    }
    result.past = std::move(*past);
    const auto& entries = result.past.history.entries;
    const auto present = std::ranges::find_if(entries, [&](const apply::Entry& entry) {
        return job::describesDisk(environment.fileSystem, entry);
    });
    if (present != entries.end())
        result.present = present->id;
    return result;
}

} // namespace

std::vector<ServicePast> readPasts(const Host& host, const std::vector<job::KnownService>& services) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    std::vector<ServicePast> pasts;
    pasts.reserve(services.size());
    for (const job::KnownService& service : services)
        pasts.push_back(read(environment, service));
    return pasts;
}

} // namespace certwright::model
