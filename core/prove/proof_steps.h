// Why: verify has the installed files and the opened key in hand already; the proof goes on from there.
// Inside this room only.
#pragma once

#include "core/prove/opened_key.h"
#include "core/prove/prove.h"

namespace certwright::prove {

// proveInstalled does what prove does, with what was read and opened before.
Proof proveInstalled(const Place& place, const Installed& installed, const OpenedKey& opened, base::Time now,
                     secret::SecretAccess access);

} // namespace certwright::prove
