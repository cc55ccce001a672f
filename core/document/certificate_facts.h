// Why: what a certificate says of itself, and its exact octets, from DER.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// certificateFrom reads one X.509 certificate at the front of `der`; octets behind it are left out. Fails for
// what has a flaw (flaws.h). Extensions that are malformed or there twice are only listed.
Reading<Certificate> certificateFrom(base::ByteView der);
// openSslCertificate reads it with OpenSSL alone: what certificateFrom falls back on for every form that
// plainCertificate() does not know, and is measured against.
Reading<Certificate> openSslCertificate(base::ByteView der);

} // namespace certwright::document
