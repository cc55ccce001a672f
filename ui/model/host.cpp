// Why: see host.h.
#include "ui/model/host.h"

namespace certwright::model {

job::Environment environmentOf(const Host& host, base::Progress& progress) {
    const base::Time now = host.now();
    job::Environment environment{
        host.fileSystem,  host.random,     progress,           host.access, host.actor, now, now,
        host.ownProfiles, host.rootPolicy, host.settingsFolder};
    environment.vendorLibraries = host.vendorLibraries;
    environment.workFolders = host.workFolders;
    environment.runner = host.runner;
    return environment;
}

} // namespace certwright::model
