// Why: see material.h.
#include "tests/core/plan/material.h"

#include <cstdlib>
#include <utility>

#include "core/document/encode.h"

namespace certwright::test {

namespace {

const secret::SecretAccess access = secret::SecretAccess::grant();

template <typename T> T sure(base::Result<T> result) {
    if (!result)
        std::abort();
    return std::move(*result);
}

Key keyOf(const document::KeySpec& spec) {
    return std::make_shared<const document::PrivateKey>(sure(document::makeKey(spec, access)));
}

const document::KeySpec rsa{document::KeyAlgorithm::Rsa, 2048, {}};
const document::KeySpec ec{document::KeyAlgorithm::Ec, 0, "prime256v1"};

std::string base64(base::ByteView octets) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (i + k < octets.size() ? octets[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= octets.size() ? digits[(group >> (18 - 6 * k)) & 63U] : '=';
        if (i % 48 == 45)
            text += '\n';
    }
    return text;
}

} // namespace

base::Time testNow() {
    return *base::parseTime("2026-11-21T12:00:00Z");
}

Key serverKey() {
    static const Key key = keyOf(rsa);
    return key;
}

Key strangeKey() {
    static const Key key = keyOf(rsa);
    return key;
}

Key caKey() {
    static const Key key = keyOf(ec);
    return key;
}

Key subCaKey() {
    static const Key key = keyOf(ec);
    return key;
}

Key otherCaKey() {
    static const Key key = keyOf(ec);
    return key;
}

document::Identity makeCa(const std::string& name, const Key& key, const document::Identity* issuer) {
    document::CertificateSpec spec;
    spec.subject = {{"O", "Certwright Test"}, {"CN", name}};
    spec.notBefore = testNow() - std::chrono::days(300);
    spec.notAfter = testNow() + std::chrono::days(3000);
    spec.basicConstraints = document::BasicConstraints{true, std::nullopt};
    spec.keyUsage = static_cast<std::uint16_t>(document::KeyUsage::KeyCertSign) |
                    static_cast<std::uint16_t>(document::KeyUsage::CrlSign);
    return sure(document::makeCertificate(spec, key, issuer, access));
}

document::Identity makeLeaf(const std::string& name, const document::Identity& issuer, const Key& key,
                            int days, const std::vector<std::string>& usages) {
    document::CertificateSpec spec;
    spec.subject = {{"O", "Certwright Test"}, {"CN", name}};
    spec.notBefore = testNow() - std::chrono::days(10);
    spec.notAfter = testNow() + std::chrono::days(days);
    spec.basicConstraints = document::BasicConstraints{};
    spec.keyUsage = static_cast<std::uint16_t>(document::KeyUsage::DigitalSignature) |
                    static_cast<std::uint16_t>(document::KeyUsage::KeyEncipherment);
    spec.extendedKeyUsage = usages;
    spec.altNames = {{document::AltNameKind::Dns, "server.test"}};
    return sure(document::makeCertificate(spec, key, &issuer, access));
}

document::Crl makeList(const document::Identity& issuer, const std::vector<std::string>& serials,
                       std::uint64_t number) {
    document::CrlSpec spec;
    spec.thisUpdate = testNow() - std::chrono::days(1);
    spec.nextUpdate = testNow() + std::chrono::days(100);
    spec.number = number;
    for (const std::string& serial : serials)
        spec.entries.push_back(
            {serial, testNow() - std::chrono::days(2), document::CrlReason::KeyCompromise});
    return sure(document::makeCrl(spec, issuer, access));
}

std::string pemOf(const document::Identity& identity) {
    return document::toPem(identity.certificate);
}

std::string pemOf(const document::Crl& crl) {
    return document::toPem(crl);
}

std::string pemOf(const document::PrivateKey& key) {
    return "-----BEGIN PRIVATE KEY-----\n" + base64(key.pkcs8.reveal(access)) +
           "\n-----END PRIVATE KEY-----\n";
}

std::string encryptedPem(const document::PrivateKey& key, const std::string& password) {
    const auto secret = secret::SecretBytes::copyOf(base::viewOf(password));
    return sure(document::encryptKey(key, secret, 1000, access));
}

std::string derText(const base::Bytes& der) {
    return std::string(base::textOf(der));
}

std::string container(const document::Identity& identity, const std::vector<document::Certificate>& chain,
                      const std::string& password) {
    const auto secret = secret::SecretBytes::copyOf(base::viewOf(password));
    return derText(sure(
        document::toPkcs12(identity, chain, "server", secret, document::Pkcs12Style::Modern, 1000, access)));
}

} // namespace certwright::test
