// Why: people bring the request instead of the certificate; then the tool should be able to say so.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// requestFrom reads one PKCS#10 request (RFC 2986) at the front of `der`; octets behind it are left out.
Reading<Request> requestFrom(base::ByteView der);

} // namespace certwright::document
