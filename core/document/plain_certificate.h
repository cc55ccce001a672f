// Why: d2i_X509 decodes the public key with all its checks through OpenSSL's providers (150 microseconds); to
// say what a certificate says of itself, five are enough.
#pragma once

#include <optional>

#include "core/document/object.h"

namespace certwright::document {

// plainCertificate reads the certificate at the front of `der` if all of it is in the usual strict form, with
// the result that OpenSSL's reading has too. Nothing for every other one, good or bad: OpenSSL decides.
std::optional<Certificate> plainCertificate(base::ByteView der);

} // namespace certwright::document
