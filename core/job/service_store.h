// Why: several programs may remember a service at the same moment, and a list that somebody damaged must
// neither stop them nor be lost. Inside this room only.
#pragma once

#include <functional>

#include "core/job/environment.h"
#include "core/job/service_list.h"

namespace certwright::job {

// servicesFile is "<settingsFolder>/services.json"; damagedFile where a damaged one is kept.
std::string servicesFile(const Environment& environment);
std::string damagedFile(const Environment& environment);

// loadServices reads the list; empty where there is none. A list that is too large, or no regular file, is a
// damaged one. Errors: FileAccessDenied, InputOutput.
base::Result<ReadList> loadServices(const Environment& environment);

// updateServices reads the list again under a lock (waits 1 s; LockHeld), sets it aside if it is damaged,
// lets `edit` change it and writes it, by way of a new file, where `edit` returns true or it was damaged. The
// folder, and the one above it, are made if needed (0700). Does nothing without a settings folder. Errors:
// those of writing; TargetUnsafe if root would write into another account's folder.
base::Status updateServices(Environment& environment, const std::function<bool(ServiceList&)>& edit);

} // namespace certwright::job
