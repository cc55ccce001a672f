// Why: usual values, the key cache, and failure as an abort: a test cannot go on without its material.
#include "tests/data/material/pki.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <tuple>

namespace certwright::material {

namespace {

using document::KeyUsage;

// need returns the value of a result or ends the program saying why there is none.
template <typename T> T need(base::Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "test material: %s: %s\n", result.error().subject.c_str(),
                     result.error().detail.c_str());
        std::abort();
    }
    return std::move(*result);
}

std::uint16_t bits(std::initializer_list<KeyUsage> usages) {
    unsigned all = 0;
    for (const KeyUsage usage : usages)
        all |= static_cast<unsigned>(usage);
    return static_cast<std::uint16_t>(all);
}

std::string text(const base::Bytes& octets) {
    return std::string(base::textOf(octets));
}

} // namespace

base::Time now() {
    return *base::parseTime("2026-11-21T12:00:00Z");
}

secret::SecretAccess access() {
    return secret::SecretAccess::grant();
}

secret::SecretBytes secretOf(std::string_view text) {
    return secret::SecretBytes::copyOf(base::viewOf(text));
}

Key key(const KeySpec& spec, int index) {
    static std::map<std::tuple<document::KeyAlgorithm, int, std::string, int>, Key> made;
    Key& place = made[{spec.algorithm, spec.bits, spec.curve, index}];
    if (!place)
        place = std::make_shared<const PrivateKey>(need(document::makeKey(spec, access())));
    return place;
}

Key rsaKey(int index, int bits) {
    return key({document::KeyAlgorithm::Rsa, bits, {}}, index);
}

Key ecKey(int index, const std::string& curve) {
    return key({document::KeyAlgorithm::Ec, 0, curve}, index);
}

Key edKey(int index) {
    return key({document::KeyAlgorithm::Ed25519, 0, {}}, index);
}

CertificateSpec authoritySpec(const std::string& commonName, int pathLength) {
    CertificateSpec spec;
    spec.subject = {{"CN", commonName}};
    spec.notBefore = now() - days(365);
    spec.notAfter = now() + days(4 * 365);
    spec.basicConstraints = document::BasicConstraints{true, std::nullopt};
    if (pathLength >= 0)
        spec.basicConstraints->pathLength = pathLength;
    spec.keyUsage = bits({KeyUsage::KeyCertSign, KeyUsage::CrlSign});
    return spec;
}

CertificateSpec serverSpec(const std::string& hostName) {
    CertificateSpec spec;
    spec.subject = {{"CN", hostName}};
    spec.notBefore = now() - days(30);
    spec.notAfter = now() + days(335);
    spec.basicConstraints = document::BasicConstraints{};
    spec.keyUsage = bits({KeyUsage::DigitalSignature, KeyUsage::KeyEncipherment});
    spec.extendedKeyUsage = {"1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"};
    spec.altNames = {{AltNameKind::Dns, hostName}};
    return spec;
}

CrlSpec crlSpec(std::vector<CrlEntrySpec> entries) {
    CrlSpec spec;
    spec.thisUpdate = now() - days(1);
    spec.nextUpdate = now() + days(200);
    spec.entries = std::move(entries);
    return spec;
}

CrlEntrySpec revoked(const Identity& identity) {
    return {identity.certificate.facts.serial, now() - days(10), document::CrlReason::KeyCompromise};
}

Identity issue(const CertificateSpec& spec, const Key& key, const Identity* issuer) {
    return need(document::makeCertificate(spec, key, issuer, access()));
}

Crl issueCrl(const CrlSpec& spec, const Identity& issuer) {
    return need(document::makeCrl(spec, issuer, access()));
}

Identity authority(const std::string& commonName) {
    return issue(authoritySpec(commonName), rsaKey(100));
}

Identity server(const Identity& issuer, const std::string& hostName) {
    return issue(serverSpec(hostName), rsaKey(0), &issuer);
}

std::string pem(const Certificate& certificate) {
    return document::toPem(certificate);
}

std::string pem(const Identity& identity) {
    return document::toPem(identity.certificate);
}

std::string pem(const Crl& crl) {
    return document::toPem(crl);
}

std::string pem(std::string_view label, std::string_view der) {
    return document::toPem(label, base::viewOf(der));
}

std::string der(const Certificate& certificate) {
    return text(certificate.der);
}

std::string der(const Identity& identity) {
    return text(identity.certificate.der);
}

std::string der(const Crl& crl) {
    return text(crl.der);
}

std::string keyPem(const PrivateKey& key) {
    return std::string(base::textOf(document::toPem(key, access()).reveal(access())));
}

std::string keyDer(const PrivateKey& key) {
    return std::string(base::textOf(key.pkcs8.reveal(access())));
}

std::string keyPem(const PrivateKey& key, std::string_view password, const Protection& protection) {
    return pem("ENCRYPTED PRIVATE KEY", keyDer(key, password, protection));
}

std::string pkcs7(const std::vector<Certificate>& certificates, const std::vector<Crl>& crls) {
    return text(need(document::toPkcs7(certificates, crls)));
}

std::string pkcs12(const Identity& identity, const std::vector<Certificate>& chain, std::string_view password,
                   Pkcs12Style style, int iterations) {
    return text(need(
        document::toPkcs12(identity, chain, "practice", secretOf(password), style, iterations, access())));
}

} // namespace certwright::material
