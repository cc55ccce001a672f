// Why: who seals and opens the passphrase is decided once, in the same way for every verb.
#pragma once

#include <memory>
#include <string>

#include "core/check/finding.h"
#include "core/job/environment.h"
#include "core/profile/profile.h"

namespace certwright::job {

// ProtectorChoice: `library` seals and opens; nullptr: the built-in vault does. It holds on to the
// environment's progress, which must outlive its use. `findings`: VendorLibraryMissing, a blocker, where the
// library is demanded and not there.
struct ProtectorChoice {
    std::shared_ptr<vault::VendorLibrary> library;
    check::Findings findings;
};

// vendorLibraryAt is the path of the library that a service at `root` has; empty: it has none.
std::string vendorLibraryAt(const Environment& environment, const profile::Profile& profile,
                            const std::string& root);

// protectorFor chooses as environment.protector says: Auto takes the library that the profile names where its
// file is there, Kmc and CertImport demand it, Builtin never takes it. Its algorithm is the one that the
// service's config names, else the profile's. The library is not loaded. Fails with InvalidArgument where a
// library, or the vendor's importer, is demanded for a service that has none.
base::Result<ProtectorChoice> protectorFor(const Environment& environment, const profile::Profile& profile,
                                           const std::string& root);

} // namespace certwright::job
