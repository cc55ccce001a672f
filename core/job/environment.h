// Why: everything that a job needs from outside, in one place, so that the window, the command line and the
// tests each bring their own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/apply/applier.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/random_source.h"
#include "core/files/file_system.h"
#include "core/plan/targets.h"
#include "core/process/process.h"
#include "core/profile/load.h"
#include "core/secret/secret_bytes.h"
#include "core/vault/vendor_library.h"

namespace certwright::job {

// PasswordSource asks for a password. Called on the thread that runs the job.
class PasswordSource {
  public:
    PasswordSource() = default;
    PasswordSource(const PasswordSource&) = delete;
    PasswordSource& operator=(const PasswordSource&) = delete;
    virtual ~PasswordSource() = default;

    // password returns the password for the file at `path`; `attempt` counts from 1. Nothing: none is to be
    // had (then the finding is "password needed" or "password wrong"). Error Cancelled ends the job.
    virtual base::Result<std::optional<secret::SecretBytes>> password(const std::string& path,
                                                                      int attempt) = 0;
    // attempts is how often a wrong password may be followed by another (3 at a terminal, 1 on a descriptor).
    virtual int attempts() const = 0;
};

enum class Reload { Leave, Run };

// Environment: references must outlive the job. `now` is the real time (for transactions); `judgedAt` what
// certificates are judged by (--at). `ownProfiles` are the user's own profile texts. `rootPolicy` is what the
// person said about root working for another account. `settingsFolder` is where known services are remembered
// (made if needed); empty: nowhere.
struct Environment {
    files::FileSystem& fileSystem;
    base::RandomSource& random;
    base::Progress& progress;
    secret::SecretAccess access;
    apply::Actor actor;
    base::Time now;
    base::Time judgedAt;
    std::vector<profile::ProfileText> ownProfiles;
    plan::RootPolicy rootPolicy = plan::RootPolicy::Refuse;
    std::string settingsFolder = {};
    // Who shall seal passphrases, and where the vendor's library comes from; nullptr: from nowhere.
    vault::Protector protector = vault::Protector::Auto;
    vault::VendorLibraries* vendorLibraries = nullptr;
    // Where the vendor's importer may run on a copy, best first (vault::kmcWorkFolders).
    std::vector<std::string> workFolders = {};
    // Runs the service's own commands; nullptr: they are not run.
    process::Runner* runner = nullptr;
    // Whether the running service is made to take over what was installed, and where it is then looked at
    // (HOST:PORT; empty: nowhere).
    Reload reload = Reload::Leave;
    std::string servedAt = {};
};

} // namespace certwright::job
