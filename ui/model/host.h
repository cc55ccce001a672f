// Why: what the window needs of this computer comes in from outside, so that tests bring their own clock,
// disk and folders.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/job/environment.h"
#include "core/job/known_services.h"

namespace certwright::model {

// Host: the references must outlive whatever uses it; all of it may be used from the worker thread. `now`
// gives the present time in whole seconds. `ownProfiles` are the user's own profile texts. `settingsFolder`
// is where known services are remembered; `documentsFolder` where practice material and reports are offered
// to go.
struct Host {
    files::FileSystem& fileSystem;
    base::RandomSource& random;
    secret::SecretAccess access;
    apply::Actor actor;
    std::function<base::Time()> now;
    std::vector<profile::ProfileText> ownProfiles;
    job::Surroundings surroundings;
    std::string settingsFolder;
    std::string documentsFolder;
    plan::RootPolicy rootPolicy = plan::RootPolicy::Refuse;
    // Makes the vendor's key libraries; nullptr: there are none.
    vault::VendorLibraries* vendorLibraries = nullptr;
    // As job::Environment has them.
    std::vector<std::string> workFolders = {};
    // Runs the services' own commands; nullptr: they are not run.
    process::Runner* runner = nullptr;
};

// environmentOf hands it to a job that starts now; `progress` must outlive the job.
job::Environment environmentOf(const Host& host, base::Progress& progress);

} // namespace certwright::model
