// Why: the extensions that the checks ask for, read without OpenSSL where they are in their usual strict
// form.
#pragma once

#include "core/document/facts.h"

namespace certwright::document {

enum class ExtensionReading { Read, LeftToOpenSsl };

// readPlainExtensions reads Extensions (the SEQUENCE, RFC 5280 section 4.1) into `facts`. LeftToOpenSsl if
// one is repeated, malformed (also one of which no fact is kept, if OpenSSL knows its form) or merely
// unusual: `facts` is then half filled and of no use.
ExtensionReading readPlainExtensions(base::ByteView extensions, CertificateFacts& facts);

} // namespace certwright::document
