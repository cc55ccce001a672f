// Why: one file may hold any mix of things; each becomes one of these values, with where it stood.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/document/crl_scan.h"
#include "core/document/facts.h"
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

// PrivateKey is an opened key as PKCS#8 PrivateKeyInfo DER on locked pages. Move-only.
struct PrivateKey {
    secret::SecretBytes pkcs8;
    KeyFacts facts;
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
struct Item {
    Object object;
    Encoding encoding = Encoding::Pem;
    Container container = Container::None;
    std::size_t line = 0;
};

// DamageKind: a PEM block without end, bad base64 inside, or content that is not what its label says.
enum class DamageKind { Unterminated, BadBase64, BadContent };

// Damage is a part of a file that looks like an object and cannot be read. `label` is the PEM label
// ("CERTIFICATE") or empty for DER; `detail` is for experts.
struct Damage {
    DamageKind kind = DamageKind::BadContent;
    std::string label;
    std::size_t line = 0;
    std::string detail;
};

// ParsedFile is what a file holds: objects in file order, and damaged parts. Both empty: nothing of ours.
struct ParsedFile {
    std::vector<Item> items;
    std::vector<Damage> damages;
};

} // namespace certwright::document
