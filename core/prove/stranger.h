// Why: a server that demands client certificates must refuse one that its CA did not issue; this is such a
// one. Inside this room only.
#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/ossl/owned.h"

namespace certwright::prove {

// Stranger is a throw-away self-signed certificate (EC P-256) that exists in memory only.
struct Stranger {
    ossl::X509Certificate certificate;
    ossl::Pkey key;
};

// makeStranger makes one that is valid on the day around `now`; nothing if OpenSSL fails.
std::optional<Stranger> makeStranger(base::Time now);

} // namespace certwright::prove
