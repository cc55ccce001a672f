// Why: everything later stages ask of a certificate, key, CRL or request, as plain values without OpenSSL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"

namespace certwright::document {

// Name is a distinguished name: `text` as RFC 4514 writes it in UTF-8 (most specific first), `commonName` the
// last CN or empty, `der` its canonical comparison form (OpenSSL's X509_NAME canonical encoding), so that
// equal names compare equal.
struct Name {
    std::string text;
    std::string commonName;
    base::Bytes der;

    bool operator==(const Name& other) const { return der == other.der; }
};

// Sm2 is an EC key on the curve of GB/T 32918 (RFC 8998), whose signatures are of their own kind.
enum class KeyAlgorithm { Rsa, RsaPss, Ec, Ed25519, Ed448, Dsa, Other, Sm2 };

// KeyFacts describe a public key. `bits` is the modulus or field size; `curve` OpenSSL's short name for EC
// ("prime256v1"), `publicKeyInfo` the DER SubjectPublicKeyInfo, by which keys are compared; a point on a
// named curve stands in it uncompressed. `name` is only there for Other ("X25519", "DH").
struct KeyFacts {
    KeyAlgorithm algorithm = KeyAlgorithm::Other;
    int bits = 0;
    std::string curve;
    base::Bytes publicKeyInfo;
    std::string name = {};
};

// AltNameKind follows GeneralName of RFC 5280 section 4.2.1.6; what is not listed is Other.
enum class AltNameKind { Dns, Ip, Email, Uri, Directory, Other };

// AltName is one subject alternative name as text; an IP address in its usual form.
struct AltName {
    AltNameKind kind = AltNameKind::Other;
    std::string value;

    bool operator==(const AltName&) const = default;
};

// KeyUsage bits of RFC 5280 section 4.2.1.3, by their bit numbers there.
enum class KeyUsage : std::uint16_t {
    DigitalSignature = 1U << 0,
    NonRepudiation = 1U << 1,
    KeyEncipherment = 1U << 2,
    DataEncipherment = 1U << 3,
    KeyAgreement = 1U << 4,
    KeyCertSign = 1U << 5,
    CrlSign = 1U << 6,
    EncipherOnly = 1U << 7,
    DecipherOnly = 1U << 8,
};

// SignatureFacts: `algorithm` is OpenSSL's long name ("sha256WithRSAEncryption"), `digest` the digest's name
// in upper case ("SHA256", "SHA1", "MD5"); empty where the scheme has none of its own (Ed25519). For
// RSASSA-PSS the digest comes from its parameters.
struct SignatureFacts {
    std::string algorithm;
    std::string digest;
};

// BasicConstraints of RFC 5280 section 4.2.1.9.
struct BasicConstraints {
    bool ca = false;
    std::optional<int> pathLength;
};

// CertificateFacts hold what a certificate says of itself. `version` is 1 to 3. `serial` is upper-case
// hexadecimal, with
// '-' in front if negative. Key identifiers are empty where absent. `keyUsage` is absent without the
// extension. `extendedKeyUsage` holds dotted OIDs. `fingerprint` is the SHA-256 of the DER.
// `malformedExtensions` are dotted OIDs of extensions that cannot be read; of ours the fact is as without it,
// but an unreadable keyUsage allows nothing. `repeatedExtensions` are there more than once; the first one
// counts. Neither kind of certificate may be relied on (RFC 5280 section 4.2).
struct CertificateFacts {
    int version = 0;
    Name subject;
    Name issuer;
    std::string serial;
    base::Time notBefore;
    base::Time notAfter;
    KeyFacts key;
    SignatureFacts signature;
    std::vector<AltName> altNames;
    std::optional<BasicConstraints> basicConstraints;
    std::optional<std::uint16_t> keyUsage;
    std::vector<std::string> extendedKeyUsage;
    base::Bytes subjectKeyId;
    base::Bytes authorityKeyId;
    base::Bytes fingerprint;
    std::vector<std::string> malformedExtensions = {};
    std::vector<std::string> repeatedExtensions = {};

    bool selfIssued() const { return subject == issuer; }
    bool isCa() const { return basicConstraints && basicConstraints->ca; }
    // allows is true without the extension (RFC 5280: then every usage is allowed).
    bool allows(KeyUsage usage) const {
        return !keyUsage || (*keyUsage & static_cast<std::uint16_t>(usage)) != 0;
    }
};

// CrlFacts: `number` is the CRL number in hexadecimal (RFC 5280 section 5.2.3); `entries` counts revoked
// certificates.
struct CrlFacts {
    int version = 0;
    Name issuer;
    base::Time thisUpdate;
    std::optional<base::Time> nextUpdate;
    std::optional<std::string> number;
    std::size_t entries = 0;
    SignatureFacts signature;
    base::Bytes authorityKeyId;
    base::Bytes fingerprint;
};

// EncryptionFacts tell how a key or PKCS#12 container is protected, read without a password. `scheme` is
// "PBES2", "PBES1", "PKCS12-PBE" or "PEM" (RFC 1421 headers); `cipher` like "AES-256-CBC"; `derivation` like
// "PBKDF2-HMAC-SHA256", "scrypt", "PKCS12-SHA1", "MD5"; `iterations` 0 where there is no such number (scrypt:
// N).
struct EncryptionFacts {
    std::string scheme;
    std::string cipher;
    std::string derivation;
    std::uint64_t iterations = 0;
};

// RequestFacts are those of a PKCS#10 certification request (RFC 2986).
struct RequestFacts {
    Name subject;
    KeyFacts key;
    SignatureFacts signature;
    std::vector<AltName> altNames;
};

} // namespace certwright::document
