// Why: what was done to the services is read on the worker, with what of it still stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/past.h"
#include "core/job/service_list.h"
#include "ui/model/host.h"

namespace certwright::model {

// ServicePast is the past of one service, or the `error` why it cannot be read. `present` names the newest
// entry that left the files as they are now; empty where none did.
struct ServicePast {
    job::KnownService service;
    profile::Profile profile;
    job::Past past;
    std::string present;
    std::optional<base::Error> error;
};

// readPasts reads each service's past; interrupted transactions are ended first. For the worker.
std::vector<ServicePast> readPasts(const Host& host, const std::vector<job::KnownService>& services);

} // namespace certwright::model
