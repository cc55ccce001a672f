// Why: half of what people bring is a key or certificate of another program. It is not opened, but it is
// called by its name, so that the words beside it can say what turns it into something that a service takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/secret/secret_access.h"

namespace certwright::document {

// ForeignFormat is a format that is recognised and not opened.
enum class ForeignFormat {
    OpenSshPrivateKey,
    OpenSshPublicKey,
    OpenSshCertificate,
    Ssh2PrivateKey, // SSH Communications Security
    Ssh2PublicKey,  // RFC 4716
    PuttyKey,
    JavaKeyStore,         // JKS
    JavaCryptoKeyStore,   // JCEKS
    BouncyCastleKeyStore, // BKS
    UberKeyStore,         // the encrypted one of Bouncy Castle
    Jwk,                  // RFC 7517
    JwkSet,
    WindowsPvk,
    WindowsCertificateStore, // SST, what certutil and the Windows console export
    PgpPrivateKey,
    PgpPublicKey,
    PgpOther, // messages and signatures
    AgeKey,
    AgeFile,
    CertificatePair,      // X.509 crossCertificatePair
    CertificateSequence,  // Netscape's
    AttributeCertificate, // RFC 5755
    OcspRequest,
    OcspResponse, // RFC 6960
    TimestampRequest,
    TimestampResponse, // RFC 3161
    EncryptedCms,      // RFC 5652, EnvelopedData and its kin
    PublicKey,
    Parameters, // of DH, DSA or EC without a key
    SslSession,
    WebPage
};

// KeyPart tells which half of a key pair a foreign file holds, where it holds keys.
enum class KeyPart { None, Public, Private };

// ForeignFile is one thing of a foreign format. `line` is 1-based, 0 in binary files. What the format tells
// without a password is in the rest, as the format writes it, bounded, and empty where it says nothing:
// `keyType` ("ssh-ed25519", "EC P-256"), `encryption` a cipher, `comment` any octets; `version` of formats
// that have several; `entries` counts what key stores and sets hold, `names` the first of them ("alias
// (key)").
struct ForeignFile {
    ForeignFormat format = ForeignFormat::WebPage;
    std::size_t line = 0;
    KeyPart part = KeyPart::None;
    int version = 0;
    std::string keyType = {};
    std::string encryption = {};
    std::string comment = {};
    std::size_t entries = 0;
    std::vector<std::string> names = {};
};

// foreignFormatName returns the stable name of a format, for JSON and logs ("openssh-private-key").
std::string_view foreignFormatName(ForeignFormat format);

// foreignBlock recognises a PEM block by its label; `body` is its base64, decoded to locked pages where it
// may hold a secret. Nothing for labels that are not known.
std::optional<ForeignFile> foreignBlock(std::string_view label, base::ByteView body,
                                        secret::SecretAccess access);
// foreignDer recognises one DER object at the front of `der` that is none of ours.
std::optional<ForeignFile> foreignDer(base::ByteView der);
// foreignContent recognises a whole file without PEM blocks: text or binary.
std::optional<ForeignFile> foreignContent(base::ByteView content, secret::SecretAccess access);

} // namespace certwright::document
