// Why: people practise before they touch a real service. Practice material is made by the product itself, to
// order: every wrong thing that a check can see, somebody must be able to make.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/object.h"

namespace certwright::document {

// KeySpec orders a key: Rsa with `bits`, Ec with `curve` (OpenSSL's short name), Ed25519; others are
// InvalidArgument.
struct KeySpec {
    KeyAlgorithm algorithm = KeyAlgorithm::Rsa;
    int bits = 2048;
    std::string curve = "prime256v1";
};

// NamePart is one attribute of a distinguished name: `type` a short name ("CN", "O", "C"), `value` UTF-8.
struct NamePart {
    std::string type;
    std::string value;
};
using NameParts = std::vector<NamePart>;

enum class Padding { Pkcs1, Pss };
enum class Presence { Present, Absent };

// SignatureSpec: `digest` in OpenSSL's name ("SHA256", "SHA1", "MD5"); ignored for Ed25519. `padding` is for
// RSA only.
struct SignatureSpec {
    std::string digest = "SHA256";
    Padding padding = Padding::Pkcs1;
};

// CertificateSpec orders a certificate. What an optional or a list leaves out is not in the certificate.
// `version` 1 gets no extensions. `serial` is big-endian; empty: 16 octets that depend on everything else, so
// that equal orders are equal certificates. AltName::value is text, also for Ip. `extendedKeyUsage` takes
// dotted OIDs.
struct CertificateSpec {
    NameParts subject;
    base::Time notBefore;
    base::Time notAfter;
    int version = 3;
    base::Bytes serial;
    std::optional<BasicConstraints> basicConstraints;
    std::optional<std::uint16_t> keyUsage;
    std::vector<std::string> extendedKeyUsage;
    std::vector<AltName> altNames;
    Presence subjectKeyId = Presence::Present;
    Presence authorityKeyId = Presence::Present;
    SignatureSpec signature;
};

// Identity is a certificate with its key. Several certificates may share one key, so copies share ownership
// of it.
struct Identity {
    Certificate certificate;
    std::shared_ptr<const PrivateKey> key;
};

// CrlReason of RFC 5280 section 5.3.1, by its numbers there.
enum class CrlReason {
    Unspecified = 0,
    KeyCompromise = 1,
    CaCompromise = 2,
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
    CertificateHold = 6,
    RemoveFromCrl = 8,
    PrivilegeWithdrawn = 9,
    AaCompromise = 10
};

// CrlEntrySpec is one revoked certificate; `serial` as CertificateFacts::serial writes it.
struct CrlEntrySpec {
    std::string serial;
    base::Time revokedAt;
    std::optional<CrlReason> reason;
};

// CrlSpec orders a CRL. Without `number` there is no CRL number; `version` 1 gets no extensions.
struct CrlSpec {
    base::Time thisUpdate;
    std::optional<base::Time> nextUpdate;
    std::optional<std::uint64_t> number = 1;
    std::vector<CrlEntrySpec> entries;
    int version = 2;
    Presence authorityKeyId = Presence::Present;
    SignatureSpec signature;
};

// makeKey generates a key with OpenSSL's generator. Fails with InvalidArgument or CryptoFailed, as all of
// these do.
base::Result<PrivateKey> makeKey(const KeySpec& spec, secret::SecretAccess access);
// makeCertificate certifies the public half of `key`, signed by `issuer`, or by `key` itself if `issuer` is
// null.
base::Result<Identity> makeCertificate(const CertificateSpec& spec, std::shared_ptr<const PrivateKey> key,
                                       const Identity* issuer, secret::SecretAccess access);
// makeCrl lists `spec.entries` in their order, signed by `issuer`.
base::Result<Crl> makeCrl(const CrlSpec& spec, const Identity& issuer, secret::SecretAccess access);

// toPkcs7 puts certificates and CRLs into a DER SignedData without signers (RFC 2315), as CAs hand chains
// out.
base::Result<base::Bytes> toPkcs7(const std::vector<Certificate>& certificates, const std::vector<Crl>& crls);

// Pkcs12Style: Modern is PBES2 with AES-256-CBC and a SHA-256 MAC; Legacy is RC2-40 for certificates, 3DES
// for the key and a SHA-1 MAC, as Windows before 10 and old Java write it.
enum class Pkcs12Style { Modern, Legacy };

// toPkcs12 packs a certificate, its key and its chain under `password` (UTF-8), with `friendlyName` and
// `iterations`.
base::Result<base::Bytes> toPkcs12(const Identity& identity, const std::vector<Certificate>& chain,
                                   const std::string& friendlyName, const secret::SecretBytes& password,
                                   Pkcs12Style style, int iterations, secret::SecretAccess access);

} // namespace certwright::document
