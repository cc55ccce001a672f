// Why: what the window does, a script can do: the preview shows the command, ready to be copied.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/job/planned_job.h"
#include "core/plan/plan.h"

namespace certwright::text {

// CommandWish is what a command line would do, in the words of the jobs. Only Import, Replace, CrlUpdate and
// Rollback have one. `id` and the two after it are for a rollback, `older` is for a CRL update.
struct CommandWish {
    plan::Operation operation = plan::Operation::Import;
    job::ServiceChoice service;
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    std::vector<std::string> without;
    std::optional<int> retentionDays;
    vault::Protector protector = vault::Protector::Auto;
    bool older = false;
    // A server block (job::BlockOption::place) for an import; empty: the usual one.
    std::string block;
    job::Reload reload = job::Reload::Leave;
    // Where the server is looked at afterwards (HOST:PORT); empty: nowhere.
    std::string servedAt;
    std::string id;
    bool before = false;
    bool unproved = false;
};

// commandLine writes "certwright-cli import --service …", each word quoted for the shell (shellWord); the
// password is asked for there. Empty for other operations.
std::string commandLine(const CommandWish& wish);

// cleanCommandLine is the command that removes the sources afterwards.
std::string cleanCommandLine(const job::ServiceChoice& service, const std::vector<std::string>& paths);

// unitsCommandLine is the command that prints the systemd unit which feeds a service's pipe.
std::string unitsCommandLine(const job::ServiceChoice& service);

} // namespace certwright::text
