// Why: see host.h.
#include "ui/model/host.h"

namespace certwright::model {

job::Environment environmentOf(const Host& host, base::Progress& progress) {
    const base::Time now = host.now();
    return {host.fileSystem,  host.random,     progress,           host.access, host.actor, now, now,
            host.ownProfiles, host.rootPolicy, host.settingsFolder};
}

} // namespace certwright::model
