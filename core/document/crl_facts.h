// Why: a CRL may list a million certificates; its facts are read without building an object for each.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// crlFrom reads one CRL (RFC 5280 section 5.1) at the front of `der`; octets behind it are left out.
Reading<Crl> crlFrom(base::ByteView der);

} // namespace certwright::document
