// Why: a hundred rules look into the same extensions, names and keys; each is taken apart once, as it is
// encoded, without the tolerance of a parser that wants to go on.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/check/lint/rule.h"

namespace certwright::check {

using base::ByteView;

// Part is an extension, or none. `wellFormed`: its value has the outline of its type. What follows is empty
// where it is not.
struct Part {
    const document::ExtensionPart* part = nullptr;
    bool wellFormed = false;

    bool present() const { return part != nullptr; }
    bool critical() const { return part != nullptr && part->critical(); }
};

// GeneralName of RFC 5280 section 4.2.1.6; `tag` as it is encoded.
struct GeneralName {
    static constexpr std::uint8_t email = 0x81;
    static constexpr std::uint8_t dns = 0x82;
    static constexpr std::uint8_t directory = 0xA4;
    static constexpr std::uint8_t uri = 0x86;
    static constexpr std::uint8_t ip = 0x87;
    std::uint8_t tag = 0;
    ByteView content;

    std::string_view text() const { return base::textOf(content); }
};

struct BasicConstraintsPart : Part {
    std::optional<std::uint8_t> ca;
    std::optional<ByteView> pathLength;
};

// KeyUsagePart: `octets` are those of the BIT STRING, `bits` as document::KeyUsage counts them.
struct KeyUsagePart : Part {
    ByteView octets;
    unsigned unusedBits = 0;
    std::uint16_t bits = 0;

    bool any(std::initializer_list<document::KeyUsage> usages) const {
        for (const auto usage : usages)
            if ((bits & static_cast<std::uint16_t>(usage)) != 0)
                return true;
        return false;
    }
};

// OidsPart: content octets of object identifiers.
struct OidsPart : Part {
    std::vector<ByteView> oids;

    bool has(ByteView oid) const;
};

struct NamesPart : Part {
    std::vector<GeneralName> names;
};

struct OctetsPart : Part {
    ByteView octets;
};

struct AuthorityKeyIdPart : Part {
    std::optional<ByteView> keyId;
    std::optional<ByteView> issuer;
    std::optional<ByteView> serial;
};

struct Subtree {
    GeneralName base;
    std::optional<ByteView> minimum;
    std::optional<ByteView> maximum;
};
struct NameConstraintsPart : Part {
    std::optional<std::vector<Subtree>> permitted;
    std::optional<std::vector<Subtree>> excluded;
};

struct PolicyQualifier {
    ByteView oid;
    ossl::DerElement value;
};
struct PolicyInformation {
    ByteView oid;
    std::optional<std::vector<PolicyQualifier>> qualifiers;
};
struct PoliciesPart : Part {
    std::vector<PolicyInformation> policies;

    bool has(ByteView oid) const;
};

struct PolicyMappingsPart : Part {
    std::vector<std::pair<ByteView, ByteView>> mappings;
};

struct PolicyConstraintsPart : Part {
    std::optional<ByteView> requireExplicit;
    std::optional<ByteView> inhibitMapping;
};

struct DistributionPoint {
    std::vector<GeneralName> names;
    bool fullName = false;
    bool relativeName = false;
    bool reasons = false;
    bool issuer = false;
};
struct PointsPart : Part {
    std::vector<DistributionPoint> points;
};

struct AccessDescription {
    ByteView method;
    GeneralName place;
};
struct AccessPart : Part {
    std::vector<AccessDescription> descriptions;
};

// NameAttribute is one of a distinguished name; `rdn` counts the sets.
struct NameAttribute {
    ByteView oid;
    std::uint8_t tag = 0;
    ByteView value;
    std::size_t rdn = 0;

    std::string_view text() const { return base::textOf(value); }
};

// Algorithm is an AlgorithmIdentifier.
struct Algorithm {
    ByteView oid;
    std::optional<ossl::DerElement> parameters;
};

// PublicKey: `bits` without the count of unused ones; `modulus` and `exponent` are the contents of an RSA
// key's INTEGERs.
struct PublicKey {
    Algorithm algorithm;
    unsigned unusedBits = 0;
    ByteView bits;
    ByteView modulus;
    ByteView exponent;
};

struct Values {
    BasicConstraintsPart basicConstraints;
    KeyUsagePart keyUsage;
    OidsPart extendedKeyUsage;
    OctetsPart subjectKeyId;
    AuthorityKeyIdPart authorityKeyId;
    NamesPart subjectAltName;
    NamesPart issuerAltName;
    NameConstraintsPart nameConstraints;
    PoliciesPart policies;
    PolicyMappingsPart policyMappings;
    PolicyConstraintsPart policyConstraints;
    OctetsPart inhibitAnyPolicy;
    PointsPart distributionPoints;
    PointsPart freshestCrl;
    AccessPart authorityAccess;
    AccessPart subjectAccess;
    Part directoryAttributes;
    Part privateKeyUsagePeriod;
    Part tlsFeature;
    Part poison;
    OctetsPart signedTimestamps;
    std::vector<NameAttribute> subject;
    Algorithm signature;
    PublicKey key;
};

// valuesOf takes apart what `anatomy` holds and looks into the same octets.
Values valuesOf(const document::CertificateAnatomy& anatomy);

// same compares octets.
bool same(ByteView a, ByteView b);

} // namespace certwright::check
