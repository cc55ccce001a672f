// Why: all practice sets are cut from the same few keys and two CAs.
#include "core/job/practice_workshop.h"

#include <utility>
#include <variant>

#include "core/document/encode.h"
#include "core/document/parse.h"

namespace certwright::job {

namespace {

// Few iterations: the passwords of practice material are printed in its readme.
constexpr int iterations = 2048;
constexpr const char* serverAuth = "1.3.6.1.5.5.7.3.1";

secret::SecretBytes secretOf(const std::string& password) {
    return secret::SecretBytes::copyOf(base::viewOf(password));
}

std::uint16_t bits(std::initializer_list<document::KeyUsage> usages) {
    unsigned all = 0;
    for (const document::KeyUsage usage : usages)
        all |= static_cast<unsigned>(usage);
    return static_cast<std::uint16_t>(all);
}

} // namespace

template <typename T> T Workshop::keep(base::Result<T> result) {
    if (result)
        return std::move(*result);
    m_error = result.error();
    return {};
}

Workshop::Key Workshop::key(const document::KeySpec& spec) {
    if (m_error)
        return nullptr;
    return std::make_shared<const document::PrivateKey>(keep(document::makeKey(spec, m_access)));
}

Workshop::Workshop(base::Time now, secret::SecretAccess access)
    : m_now(now)
    , m_access(access)
    , m_caKey(key({document::KeyAlgorithm::Rsa, 3072, {}}))
    , m_serverKey(key({document::KeyAlgorithm::Rsa, 3072, {}}))
    , m_otherKey(key({document::KeyAlgorithm::Rsa, 3072, {}}))
    , m_smallKey(key({document::KeyAlgorithm::Rsa, 1024, {}}))
    , m_curveKey(key({document::KeyAlgorithm::Ec, 0, "prime256v1"}))
    , m_ca(authority({{"C", "CN"}, {"O", "Certwright Practice"}, {"CN", "Practice CA"}}, m_caKey, nullptr))
    , m_otherCa(authority({{"C", "CN"}, {"O", "Somebody Else"}, {"CN", "Other CA"}}, m_otherKey, nullptr)) {}

document::Identity Workshop::authority(const document::NameParts& name, const Key& key,
                                       const document::Identity* issuer) {
    if (m_error)
        return {};
    document::CertificateSpec spec;
    spec.subject = name;
    spec.notBefore = at(-365);
    spec.notAfter = at(3000);
    spec.basicConstraints = document::BasicConstraints{true, std::nullopt};
    spec.keyUsage = bits({document::KeyUsage::KeyCertSign, document::KeyUsage::CrlSign});
    return keep(document::makeCertificate(spec, key, issuer, m_access));
}

document::Identity Workshop::server(const Key& key, const ServerOrder& order) {
    if (m_error)
        return {};
    document::CertificateSpec spec;
    spec.subject = order.subject;
    spec.notBefore = at(order.fromDays);
    spec.notAfter = at(order.toDays);
    spec.basicConstraints = document::BasicConstraints{};
    spec.keyUsage = bits({document::KeyUsage::DigitalSignature});
    if (key &&
        key->facts.algorithm == document::KeyAlgorithm::Rsa) // RFC 5480 section 3: an EC key encrypts nothing
        spec.keyUsage = bits({document::KeyUsage::DigitalSignature, document::KeyUsage::KeyEncipherment});
    spec.extendedKeyUsage = {serverAuth};
    spec.altNames = {{document::AltNameKind::Dns, "server.practice.test"},
                     {document::AltNameKind::Dns, "aoi.practice.test"},
                     {document::AltNameKind::Ip, "127.0.0.1"}};
    spec.signature.digest = order.digest;
    return keep(
        document::makeCertificate(spec, key, order.issuer != nullptr ? order.issuer : &m_ca, m_access));
}

document::Crl Workshop::list(const document::Identity& issuer, int toDays,
                             const std::vector<std::string>& serials) {
    if (m_error)
        return {};
    document::CrlSpec spec;
    spec.thisUpdate = at(toDays > 0 ? -1 : toDays - 30);
    spec.nextUpdate = at(toDays);
    for (const std::string& serial : serials)
        spec.entries.push_back({serial, at(-2), document::CrlReason::KeyCompromise});
    return keep(document::makeCrl(spec, issuer, m_access));
}

base::Bytes Workshop::lockedKey(const document::PrivateKey& key, const std::string& password) {
    if (m_error)
        return {};
    return base::toBytes(keep(document::encryptKey(key, secretOf(password), iterations, m_access)));
}

base::Bytes Workshop::lockedKeyDer(const document::PrivateKey& key, const std::string& password) {
    const document::ParsedFile parsed = document::parse(lockedKey(key, password), m_access);
    for (const document::Item& item : parsed.items)
        if (const auto* locked = std::get_if<document::EncryptedKey>(&item.object))
            return locked->encoded;
    return {};
}

base::Bytes Workshop::openKey(const document::PrivateKey& key) {
    if (m_error)
        return {};
    const secret::SecretBytes pem = document::toPem(key, m_access);
    const base::ByteView octets = pem.reveal(m_access);
    return {octets.begin(), octets.end()};
}

base::Bytes Workshop::pkcs12(const document::Identity& identity, const std::string& password) {
    if (m_error)
        return {};
    return keep(document::toPkcs12(identity, {m_ca.certificate}, "practice", secretOf(password),
                                   document::Pkcs12Style::Modern, iterations, m_access));
}

base::Bytes Workshop::pkcs7(const std::vector<document::Certificate>& certificates,
                            const std::vector<document::Crl>& crls) {
    if (m_error)
        return {};
    return keep(document::toPkcs7(certificates, crls));
}

} // namespace certwright::job
