// Why: a list of a million entries takes OpenSSL 370 MiB and seconds; what its store would decide is decided
// from one pass over the file. Inside this room only.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/prove/tls_context.h"

namespace certwright::prove {

// proveLargeLists does for the server's own certificate and each large list what X509_V_FLAG_CRL_CHECK does
// in the service: the list's issuer is found by name among the CAs and the chain, its key must have signed
// the list, `now` must lie within its dates, and the certificate, if the list's issuer issued it, must not be
// listed. An entry "removeFromCRL" counts for a delta list only, and OpenSSL takes it as not revoked.
// CryptoFailed (detail: what is wrong).
base::Status proveLargeLists(const TlsMaterial& material, base::Time now);

} // namespace certwright::prove
