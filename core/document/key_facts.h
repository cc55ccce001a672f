// Why: what kind of key and of signature something has, from its DER, the same way for certificates,
// requests, CRLs and private keys.
#pragma once

#include "core/document/facts.h"
#include "core/document/reading.h"

struct X509_algor_st;

namespace certwright::document {

// publicKeyFacts reads a DER SubjectPublicKeyInfo. An algorithm that is not in KeyAlgorithm is Other with 0
// bits.
Reading<KeyFacts> publicKeyFacts(base::ByteView publicKeyInfo);
// signatureFacts reads an AlgorithmIdentifier; of RSASSA-PSS the parameters too (RFC 4055 section 3.1).
SignatureFacts signatureFacts(const X509_algor_st* algorithm);
// signatureFacts of an AlgorithmIdentifier's DER; empty if it is malformed.
SignatureFacts signatureFacts(base::ByteView algorithm);
// keyAlgorithmOf maps an OBJECT IDENTIFIER's DER.
KeyAlgorithm keyAlgorithmOf(base::ByteView objectId);

} // namespace certwright::document
