// Why: labels and first octets decide which recogniser is asked.
#include "core/document/foreign.h"

#include <algorithm>
#include <array>

#include "core/document/foreign_parts.h"

namespace certwright::document {

namespace {

using base::ByteView;

struct BlockLabel {
    std::string_view text;
    ForeignFormat format;
    KeyPart part = KeyPart::None;
};

constexpr std::array blockLabels{
    BlockLabel{"SSH2 PUBLIC KEY", ForeignFormat::Ssh2PublicKey, KeyPart::Public},
    BlockLabel{"SSH2 ENCRYPTED PRIVATE KEY", ForeignFormat::Ssh2PrivateKey, KeyPart::Private},
    BlockLabel{"PGP PRIVATE KEY BLOCK", ForeignFormat::PgpPrivateKey, KeyPart::Private},
    BlockLabel{"PGP PUBLIC KEY BLOCK", ForeignFormat::PgpPublicKey, KeyPart::Public},
    BlockLabel{"PGP MESSAGE", ForeignFormat::PgpOther},
    BlockLabel{"PGP SIGNATURE", ForeignFormat::PgpOther},
    BlockLabel{"PGP SIGNED MESSAGE", ForeignFormat::PgpOther},
    BlockLabel{"AGE ENCRYPTED FILE", ForeignFormat::AgeFile},
    BlockLabel{"CERTIFICATE PAIR", ForeignFormat::CertificatePair},
    BlockLabel{"ATTRIBUTE CERTIFICATE", ForeignFormat::AttributeCertificate},
    BlockLabel{"OCSP REQUEST", ForeignFormat::OcspRequest},
    BlockLabel{"OCSP RESPONSE", ForeignFormat::OcspResponse},
    BlockLabel{"TIMESTAMP REQUEST", ForeignFormat::TimestampRequest},
    BlockLabel{"TIMESTAMP RESPONSE", ForeignFormat::TimestampResponse},
    BlockLabel{"PUBLIC KEY", ForeignFormat::PublicKey, KeyPart::Public},
    BlockLabel{"RSA PUBLIC KEY", ForeignFormat::PublicKey, KeyPart::Public},
    BlockLabel{"PARAMETERS", ForeignFormat::Parameters},
    BlockLabel{"DH PARAMETERS", ForeignFormat::Parameters},
    BlockLabel{"X9.42 DH PARAMETERS", ForeignFormat::Parameters},
    BlockLabel{"DSA PARAMETERS", ForeignFormat::Parameters},
    BlockLabel{"EC PARAMETERS", ForeignFormat::Parameters},
    BlockLabel{"SSL SESSION PARAMETERS", ForeignFormat::SslSession},
};

// numberAt reads 32 bits, least octet first.
std::uint32_t numberAt(ByteView content, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i > 0; --i)
        number = (number << 8U) | content[at + i - 1];
    return number;
}

// PVK: magic, reserved, key type, encrypted, salt length, key length; each 32 bits.
std::optional<ForeignFile> windowsFile(ByteView content) {
    constexpr std::size_t pvkHeader = 24;
    constexpr std::uint32_t pvkMagic = 0xB0B5F11E;
    constexpr std::array<std::uint8_t, 8> storeMagic{0, 0, 0, 0, 'C', 'E', 'R', 'T'};
    if (content.size() >= pvkHeader && numberAt(content, 0) == pvkMagic) {
        ForeignFile file{ForeignFormat::WindowsPvk, 0, KeyPart::Private};
        if (numberAt(content, 12) != 0)
            file.encryption = "RC4";
        return file;
    }
    if (content.size() > storeMagic.size() &&
        std::ranges::equal(content.first(storeMagic.size()), storeMagic))
        return ForeignFile{ForeignFormat::WindowsCertificateStore};
    return std::nullopt;
}

} // namespace

std::optional<ForeignFile> foreignBlock(std::string_view label, ByteView body, secret::SecretAccess access) {
    if (label == "OPENSSH PRIVATE KEY")
        return sshPrivateKey(body, access);
    const auto* known = std::ranges::find(blockLabels, label, &BlockLabel::text);
    if (known == blockLabels.end())
        return std::nullopt;
    return ForeignFile{known->format, 0, known->part};
}

std::optional<ForeignFile> foreignContent(ByteView content, secret::SecretAccess access) {
    if (auto file = windowsFile(content))
        return file;
    if (auto file = javaStore(content))
        return file;
    std::string_view text = base::textOf(content);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (auto file = sshText(text, access))
        return file;
    if (auto file = jwkText(text))
        return file;
    return otherText(text);
}

} // namespace certwright::document
