// Why: rules about form (RFC 5280 section 4) ask what octets stand where, which facts no longer tell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ossl/der.h"

namespace certwright::document {

// CriticalField tells how an extension's `critical` is encoded: DER leaves FALSE out and writes TRUE as FF
// (X.690 sections 11.1 and 11.5).
enum class CriticalField { Absent, True, False, OtherTrue };

// ExtensionPart is one extension; `oid` are the content octets of its identifier, `value` those of its OCTET
// STRING.
struct ExtensionPart {
    base::ByteView oid;
    CriticalField field = CriticalField::Absent;
    base::ByteView value;

    bool critical() const { return field == CriticalField::True || field == CriticalField::OtherTrue; }
};

// CertificateAnatomy shows a certificate's parts as they are encoded, `whole` elements with their headers,
// in the octets that it was made from, which must outlive it. `version` and the unique identifiers are
// content octets. What is absent is empty.
struct CertificateAnatomy {
    base::ByteView whole;
    base::ByteView tbs;
    std::optional<base::ByteView> version;
    base::ByteView serial;
    base::ByteView innerAlgorithm;
    base::ByteView issuer;
    ossl::DerElement notBefore;
    ossl::DerElement notAfter;
    base::ByteView subject;
    base::ByteView publicKeyInfo;
    std::optional<base::ByteView> issuerUniqueId;
    std::optional<base::ByteView> subjectUniqueId;
    bool hasExtensions = false;
    std::vector<ExtensionPart> extensions;
    base::ByteView outerAlgorithm;
    ossl::DerElement signature;

    // find returns the first extension with this identifier (content octets), nullptr if there is none.
    const ExtensionPart* find(base::ByteView oid) const;
};

// anatomyOf takes a certificate apart (RFC 5280 section 4.1); nothing if its outline is not a certificate's.
// What stands inside extensions, names and keys is not looked at.
std::optional<CertificateAnatomy> anatomyOf(base::ByteView certificate);

// extensionsOf reads the content of an Extensions SEQUENCE, for certificates and CRLs alike; nothing if it is
// malformed.
std::optional<std::vector<ExtensionPart>> extensionsOf(base::ByteView content);

// dottedOid writes an identifier's content octets as dotted decimals; empty if they are malformed.
std::string dottedOid(base::ByteView oid);

} // namespace certwright::document
