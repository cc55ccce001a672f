// Why: whether one certificate is revoked is a walk over the CRL's octets; it may hold a million entries.
#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/clock.h"

namespace certwright::check {

// RevokedEntry is what a CRL says of one certificate; `reason` is RFC 5280's word, empty if none is given.
struct RevokedEntry {
    base::Time revokedAt;
    std::string reason;
};

// findRevoked looks for the certificate's serial in the CRL of its issuer (both DER; the caller has compared
// the issuers). An entry "removeFromCRL" does not revoke (RFC 5280 section 5.3.1).
std::optional<RevokedEntry> findRevoked(base::ByteView crl, base::ByteView certificate);

} // namespace certwright::check
