// Why: keys take long to make and certificates do not.
#include "tests/core/prove/material.h"

#include <cstdlib>
#include <utility>

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

} // namespace

base::Time testNow() {
    return *base::parseTime("2026-11-21T12:00:00Z");
}

Key serverKey() {
    static const Key key = keyOf({document::KeyAlgorithm::Rsa, 3072, {}});
    return key;
}

Key caKey() {
    static const Key key = keyOf({document::KeyAlgorithm::Rsa, 2048, {}});
    return key;
}

Key otherKey() {
    static const Key key = keyOf({document::KeyAlgorithm::Ec, 0, "prime256v1"});
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

document::Identity makeServer(const document::Identity& issuer, const Key& key, base::Time notAfter) {
    document::CertificateSpec spec;
    spec.subject = {{"O", "Certwright Test"}, {"CN", "server.test"}};
    spec.notBefore = testNow() - std::chrono::days(100);
    spec.notAfter = notAfter;
    spec.basicConstraints = document::BasicConstraints{};
    spec.keyUsage = static_cast<std::uint16_t>(document::KeyUsage::DigitalSignature);
    spec.extendedKeyUsage = {"1.3.6.1.5.5.7.3.1"};
    spec.altNames = {{document::AltNameKind::Dns, "server.test"}};
    return sure(document::makeCertificate(spec, key, &issuer, access));
}

document::Crl makeList(const document::Identity& issuer, const std::vector<std::string>& serials,
                       base::Time nextUpdate) {
    document::CrlSpec spec;
    spec.thisUpdate = testNow() - std::chrono::days(10);
    spec.nextUpdate = nextUpdate;
    for (const std::string& serial : serials)
        spec.entries.push_back(
            {serial, testNow() - std::chrono::days(20), document::CrlReason::KeyCompromise});
    return sure(document::makeCrl(spec, issuer, access));
}

} // namespace certwright::test
