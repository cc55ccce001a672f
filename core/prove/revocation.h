// Why: a CRL that was loaded but is never looked at looks exactly like one that works. Inside this room only.
#pragma once

#include "core/base/result.h"
#include "core/prove/tls_context.h"

namespace certwright::prove {

// judgedByCrl returns the first certificate, the server's own one first, that one of the CRLs speaks for (its
// issuer is the CRL's); owned by `material`, nullptr if there is none.
x509_st* judgedByCrl(const TlsMaterial& material);

// proveRevocation shows on the server context's own store that that certificate passes with the CRL, and that
// without the CRL the same store's rules would refuse it: so that it is this CRL that decides. Fails with
// CryptoFailed (detail: the verification's word).
base::Status proveRevocation(const TlsContexts& contexts, const TlsMaterial& material);

} // namespace certwright::prove
