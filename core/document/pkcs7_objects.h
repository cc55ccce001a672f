// Why: CAs hand out chains as PKCS#7, and so do Windows' tools.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// pkcs7Objects returns the certificates and then the CRLs of a SignedData at the front of `der`; BER is
// accepted. Fails if it is no SignedData, holds neither, or holds one that cannot be read. `used` is the
// octets taken.
Reading<std::vector<Object>> pkcs7Objects(base::ByteView der, std::size_t& used);

} // namespace certwright::document
