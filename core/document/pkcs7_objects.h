// Why: CAs hand out chains as PKCS#7, and so do Windows' tools.
#pragma once

#include "core/document/object.h"
#include "core/document/reading.h"

namespace certwright::document {

// Pkcs7Contents is what a PKCS#7 or CMS object holds: certificates and then CRLs of a SignedData, signed or
// not; of any other kind nothing but its name in `message` ("pkcs7-envelopedData").
struct Pkcs7Contents {
    std::vector<Object> objects;
    std::string message;
};

// pkcs7Contents reads the object at the front of `der`; BER is accepted. Fails if it is no PKCS#7, or a
// SignedData that holds neither certificates nor CRLs, or one that cannot be read.
Reading<Pkcs7Contents> pkcs7Contents(base::ByteView der);

} // namespace certwright::document
