// Why: whether one certificate is revoked is a walk over the CRL's octets; it may hold a million entries.
#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/document/object.h"

namespace certwright::check {

// RevokedEntry is what a CRL says of one certificate; `reason` is RFC 5280's word, empty if none is given.
struct RevokedEntry {
    base::Time revokedAt;
    std::string reason;
};

// findRevoked looks for the certificate's serial in the CRL of its issuer (both DER; the caller has compared
// the issuers). An entry "removeFromCRL" does not revoke (RFC 5280 section 5.3.1).
std::optional<RevokedEntry> findRevoked(base::ByteView crl, base::ByteView certificate);

// RevokedAnswer: with Unknown nothing may be concluded, least of all that the certificate is not revoked: the
// list was streamed without looking for it, or has more entries for it than are kept.
enum class RevokedState { NotListed, Listed, Unknown };
struct RevokedAnswer {
    RevokedState state = RevokedState::Unknown;
    RevokedEntry entry;
};

// lookUpRevoked answers the same of a list that may have been streamed.
RevokedAnswer lookUpRevoked(const document::Crl& crl, base::ByteView certificate);
// serialOf returns the content of a DER certificate's serialNumber in its shortest form; nothing if there is
// none.
std::optional<base::Bytes> serialOf(base::ByteView certificate);

} // namespace certwright::check
