// Why: verify, unlock and later verbs all need a profile, a resolved root and an ended recovery first.
#pragma once

#include <optional>
#include <string>

#include "core/apply/recovery.h"
#include "core/job/environment.h"
#include "core/job/protector.h"
#include "core/profile/profile.h"
#include "core/prove/verify.h"

namespace certwright::job {

// OpenedService is a service folder that is ready to be looked at. `recovered` tells of a transaction that
// had been interrupted and was ended just now. `protector` is who seals and opens there; it must not be used
// after the environment's progress is gone.
struct OpenedService {
    profile::Profile profile;
    std::string root;
    std::string home;
    std::optional<apply::Recovery> recovered;
    ProtectorChoice protector;
};

// placeOf is the service as proofs name one; holds as long as `service`.
prove::Place placeOf(const OpenedService& service);

// openService finds the profile, resolves `root` (RootUnknown if it is no folder) and ends an interrupted
// transaction under the lock; a reader that may not write there gets RecoveryNeeded. Errors of protectorFor.
base::Result<OpenedService> openService(Environment& environment, const std::string& service,
                                        const std::string& root, const std::string& home);

// recoveryFinding tells of it (nothing where it had changed nothing).
std::optional<check::Finding> recoveryFinding(const apply::Recovery& recovery);

// verifyService is prove::verify on an opened service, the recovery's finding in front.
base::Result<prove::Verification> verifyService(Environment& environment, const OpenedService& service);

// unlockService gives the installed passphrase, by the way of the reader for services (core/reader).
base::Result<secret::SecretBytes> unlockService(Environment& environment, const OpenedService& service);

// unlockAsItStands is prove::unlock, whether or not a transaction is under way: a service that reads its
// passphrase in the middle of one must neither wait for its lock nor be left without.
base::Result<secret::SecretBytes> unlockAsItStands(Environment& environment, const OpenedService& service);

} // namespace certwright::job
