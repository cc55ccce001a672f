// Why: reading a name through OpenSSL and printing it through a BIO takes some ten microseconds, twice per
// certificate; the names that people really write need none of that.
#pragma once

#include <optional>

#include "core/document/facts.h"

namespace certwright::document {

// plainName reads the DER of a distinguished name as nameOf() does, with the same result. Nothing if it is
// not strict DER, has an attribute type other than the common ones, or a string that is neither UTF-8 nor
// ASCII: then nameOf() decides.
std::optional<Name> plainName(base::ByteView der);

} // namespace certwright::document
