// Why: see installed_set.h.
#include "ui/model/installed_set.h"

#include <algorithm>

#include "core/job/known_services.h"
#include "core/profile/load.h"

namespace certwright::model {

InstalledSet readSet(const Host& host, const job::KnownService& service) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    InstalledSet set;
    auto opened = job::openService(environment, service.service, service.root, service.home);
    if (!opened) {
        set.error = opened.error();
        return set;
    }
    auto view = job::viewInstalled(environment, *opened);
    set.profile = std::move(opened->profile);
    if (view)
        set.view = std::move(*view);
    else
        set.error = view.error();
    return set;
}

Verified verify(const Host& host, const job::KnownService& service) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    Verified verified;
    verified.at = environment.now;
    const auto opened = job::openService(environment, service.service, service.root, service.home);
    if (!opened) {
        verified.error = opened.error();
        return verified;
    }
    auto found = job::verifyService(environment, *opened);
    if (found)
        verified.found = std::move(*found);
    else
        verified.error = found.error();
    return verified;
}

base::Result<std::vector<job::KnownService>> addFolder(const Host& host, const std::string& folder) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    const auto root = host.fileSystem.resolve(folder);
    if (!root)
        return tl::unexpected(root.error());
    auto services = job::servicesAt(environment, host.surroundings, *root);
    for (const job::KnownService& service : services)
        if (const auto done = job::rememberService(environment, service.service, service.root, service.home);
            !done)
            return tl::unexpected(done.error());
    return services;
}

base::Status removeFolder(const Host& host, const std::string& root) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    return job::forgetService(environment, root);
}

std::vector<std::string> configPaths(const Host& host) {
    std::vector<profile::ProfileText> texts = host.ownProfiles;
    for (profile::ProfileText& shipped : profile::shippedProfiles())
        texts.push_back(std::move(shipped));
    std::vector<std::string> paths;
    for (const profile::ProfileText& text : texts)
        if (const auto profile = profile::parseProfile(text.yaml, text.name))
            if (std::ranges::find(paths, profile->config.path) == paths.end())
                paths.push_back(profile->config.path);
    return paths;
}

} // namespace certwright::model
