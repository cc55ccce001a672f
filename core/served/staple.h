// Why: a server may send its CA's own word on its certificate along (OCSP stapling, RFC 6066 section 8); what
// that says is worth as much as the signature under it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/document/object.h"

namespace certwright::served {

// StapleState as check::ServedStaple::state names it.
enum class StapleState { Good, Revoked, Unknown, Stale, Damaged };
// stapleStateName returns "good", "revoked", "unknown", "stale" or "damaged".
std::string_view stapleStateName(StapleState state);

// Staple is what the response says of `leaf`, and until when (absent: no end, or nothing to read).
struct Staple {
    StapleState state = StapleState::Damaged;
    std::optional<base::Time> thisUpdate = {};
    std::optional<base::Time> nextUpdate = {};
};

// judgeStaple reads a DER OCSP response (RFC 6960). Damaged: it cannot be read, is no successful one, or is
// not signed by the leaf's issuer (out of `issuers`) or whom that named for it; Unknown: it knows nothing of
// this certificate; Stale: `at` is outside of its dates (five minutes' grace for clocks before thisUpdate).
Staple judgeStaple(base::ByteView response, const document::Certificate& leaf,
                   const std::vector<document::Certificate>& issuers, base::Time at);

} // namespace certwright::served
