// Why: one file may hold any mix of things; each becomes one of these values, with where it stood.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/document/crl_scan.h"
#include "core/document/facts.h"
#include "core/document/fault.h"
#include "core/document/foreign.h"
#include "core/secret/secret_bytes.h"

namespace certwright::document {

// Certificate is one X.509 certificate: its exact DER and what it says.
struct Certificate {
    base::Bytes der;
    CertificateFacts facts;
};

// Crl is one complete certificate revocation list: what it says, and what reading it found (shared by copies;
// never null in a list that was read). `der` is empty if the list was streamed: then signatures and entries
// are judged from the scan (isDigestSignedBy, entriesFor).
struct Crl {
    base::Bytes der;
    CrlFacts facts;
    std::shared_ptr<const CrlScan> scan = {};
};

// Request is one PKCS#10 request.
struct Request {
    base::Bytes der;
    RequestFacts facts;
};

// PrivateKey is an opened key as PKCS#8 PrivateKeyInfo DER on locked pages. `remarks` are faults with which
// it could be read all the same. Move-only.
struct PrivateKey {
    secret::SecretBytes pkcs8;
    KeyFacts facts;
    std::vector<Fault> remarks = {};
};

// EncryptedKeyForm tells which bytes `EncryptedKey::encoded` holds: DER EncryptedPrivateKeyInfo (RFC 5958),
// or a whole traditional PEM block with its RFC 1421 headers.
enum class EncryptedKeyForm { Pkcs8, TraditionalPem };

// EncryptedKey is a private key that needs a password.
struct EncryptedKey {
    base::Bytes encoded;
    EncryptedKeyForm form = EncryptedKeyForm::Pkcs8;
    EncryptionFacts encryption;
};

// Pkcs12 is a container (RFC 7292) that has not been opened. `encryption` is that of its MAC and first
// encrypted part.
struct Pkcs12 {
    base::Bytes der;
    EncryptionFacts encryption;
};

using Object = std::variant<Certificate, Crl, EncryptedKey, PrivateKey, Pkcs12, Request>;

enum class Encoding { Pem, Der };
enum class Container { None, Pkcs7, Pkcs12 };

// Item is one object with where it was found: `line` is the 1-based line of its PEM header, 0 in DER.
// `friendlyName` (UTF-8) and `localKeyId` are a PKCS#12 bag's attributes (RFC 2985 section 5.5), empty where
// absent. `remarks` are faults of where it stands (its label), with which it could be read all the same.
struct Item {
    Object object;
    Encoding encoding = Encoding::Pem;
    Container container = Container::None;
    std::size_t line = 0;
    std::string friendlyName = {};
    base::Bytes localKeyId = {};
    std::vector<Fault> remarks = {};
};

// DamageKind: a PEM block without end, bad base64 inside, or content that is not what its label says.
enum class DamageKind { Unterminated, BadBase64, BadContent };

// DamageReason tells what of a BadContent is wrong, where that is known: content that is whole but of another
// kind than the label, or a certificate, list or request that other programs may load and that is none by RFC
// 5280 sections 4.1 and 5.1 and RFC 2986 section 4.
enum class DamageReason {
    None,
    OtherLabel,      // `detail` is the kind that it is ("crl", "pkcs7" …)
    TrailingOctets,  // more octets behind the object
    ImpossibleDate,  // no day of the calendar, no time of day, or not of the one form that DER allows
    EmptyValidity,   // notAfter before notBefore
    BadVersion,      // a certificate's is 1 to 3, a list's 1 or 2, a request's 1
    AlgorithmsDiffer // the signed part names another algorithm than the signature
};

// Damage is a part of a file that looks like an object and cannot be read. `label` is the PEM label
// ("CERTIFICATE") or empty for DER; `detail` is for experts; `fault` is there where the reason is known.
struct Damage {
    DamageKind kind = DamageKind::BadContent;
    std::string label;
    std::size_t line = 0;
    std::string detail;
    DamageReason reason = DamageReason::None;
    std::optional<Fault> fault = {};
};

// Repair tells what was done to the text of a file before it could be read, or what of it was left out.
enum class Repair {
    Utf16,        // two octets a character
    Dashes,       // typographic dashes, too many or too few, or blanks that cannot be seen
    BareBase64,   // base64 without the lines around it
    TrustSettings // what OpenSSL appends to a TRUSTED CERTIFICATE
};

// AsideKind: a public key alone; curve, DSA or DH parameters; a PKCS#7 message that is not signed data; a
// symmetric key or password in a PKCS#12 bag; an SDSI certificate; another bag.
enum class AsideKind { PublicKey, Parameters, Message, Secret, SdsiCertificate, OtherBag };

// Aside is a part that is known for what it is and of no use here. `what` names it ("EC PARAMETERS",
// "pkcs7-envelopedData", an object identifier); `line` as in Item.
struct Aside {
    AsideKind kind = AsideKind::OtherBag;
    std::string what;
    std::size_t line = 0;
};

// ParsedFile is what a file holds: objects in file order, damaged parts, parts in formats that are only
// named, and parts that are of no use. All empty: nothing of ours.
struct ParsedFile {
    std::vector<Item> items;
    std::vector<Damage> damages;
    std::vector<ForeignFile> foreign = {};
    std::vector<Repair> repairs = {};
    std::vector<Aside> asides = {};

    // mended tells whether the octets as they are mean nothing to other programs.
    bool mended() const {
        return std::ranges::any_of(repairs, [](Repair repair) { return repair != Repair::TrustSettings; });
    }
};

} // namespace certwright::document
