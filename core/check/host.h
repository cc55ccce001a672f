// Why: rules ask for hosts under a policy's own reach of wildcards; coversHost (check.h) is the usual
// question.
#pragma once

#include "core/check/check.h"
#include "core/check/names/identity.h"

namespace certwright::check {

// commonNameCounts tells whether a certificate is matched by its CN: `commonName` is Count and it has no DNS,
// IP or URI name (RFC 6125 section 6.4.4).
bool commonNameCounts(const document::CertificateFacts& facts, CommonName commonName);

// coversAsked tells whether the certificate's names, or its CN where it counts, are the host or address asked
// for. Mailboxes are not in facts whole: use names::covers with the names as encoded.
bool coversAsked(const document::CertificateFacts& facts, const names::Asked& asked,
                 names::WildcardReach reach, CommonName commonName);

} // namespace certwright::check
