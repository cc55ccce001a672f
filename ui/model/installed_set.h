// Why: what is done with one service that is there, apart from changing it: look at its set, verify it, add
// its folder to the list, take it off. For the worker.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/open_service.h"
#include "core/job/service_list.h"
#include "core/job/set_view.h"
#include "ui/model/host.h"

namespace certwright::model {

// InstalledSet is what the config of a service names; where that cannot be read `error` says why.
struct InstalledSet {
    profile::Profile profile;
    job::SetView view;
    std::optional<base::Error> error;
};

InstalledSet readSet(const Host& host, const job::KnownService& service);

// Verified is a verification with the time at which it was made, or why there is none. `outdated`: something
// changed on the disk since.
struct Verified {
    base::Time at;
    std::optional<prove::Verification> found;
    std::optional<base::Error> error;
    bool outdated = false;
};

Verified verify(const Host& host, const job::KnownService& service);

// addFolder remembers every service whose config is in `folder`, and returns them; none if it is no service
// folder. Errors: those of the reader and of job::rememberService.
base::Result<std::vector<job::KnownService>> addFolder(const Host& host, const std::string& folder);

// removeFolder takes `root` off the list of known services; nothing in the folder changes.
base::Status removeFolder(const Host& host, const std::string& root);

// configPaths lists where the services that can be added have their config, relative to their folder.
std::vector<std::string> configPaths(const Host& host);

} // namespace certwright::model
