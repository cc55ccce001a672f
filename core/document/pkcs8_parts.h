// Why: a PrivateKeyInfo is taken apart by tags and lengths, so that no library makes copies of the key in it.
#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/document/facts.h"
#include "core/document/reading.h"

namespace certwright::document {

// Pkcs8Parts look at the octets of a PrivateKeyInfo: its whole `algorithm`, of which `objectId` is the first
// element and `parameters` all that follows; the content of the OCTET STRING `key`; and the content of the
// BIT STRING `publicKey`, which version 2 may have.
struct Pkcs8Parts {
    base::ByteView algorithm;
    base::ByteView objectId;
    base::ByteView parameters;
    KeyAlgorithm kind = KeyAlgorithm::Other;
    base::ByteView key;
    std::optional<base::ByteView> publicKey;
};

// pkcs8Parts takes one PrivateKeyInfo apart (RFC 5958 section 2). Attributes may be anything.
Checked<Pkcs8Parts> pkcs8Parts(base::ByteView pkcs8);

// keyAlgorithmName names the algorithm of an OBJECT IDENTIFIER's DER by its proper name, or by its numbers.
std::string keyAlgorithmName(base::ByteView objectId);

} // namespace certwright::document
