// Why: the helper is asked once and then listened to, with an eye on the clock, on the person who may cancel
// and on whether it still lives.
#pragma once

#include <chrono>
#include <string>

#include "core/base/progress.h"
#include "core/vault/kmc_process.h"
#include "core/vault/kmc_protocol.h"
#include "core/vault/vendor_library.h"

namespace certwright::vault {

// KmcLimits: `whole` is how long the library may take in all; `silence` how long the helper may say nothing
// (it says that it lives five times a second, whatever the library does); `patience` after how long the
// person is told that the library is waited for.
struct KmcLimits {
    std::chrono::milliseconds whole{60000};
    std::chrono::milliseconds silence{10000};
    std::chrono::milliseconds patience{3000};
};

// exchange sends `request` to the running helper and returns its answer. Faults: Dependency, Symbol, Failed
// (with the library's log in `found`), Garbage, Crashed, TimedOut, Cancelled; `path` is the library's. The
// helper is ended afterwards in every case.
VendorResult<secret::SecretBytes> exchange(KmcProcess& helper, const kmc::Request& request,
                                           const KmcLimits& limits, base::Progress& progress,
                                           secret::SecretAccess access);

} // namespace certwright::vault
