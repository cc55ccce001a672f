// Why: the makers behind the scenes.
#include "tests/core/check/scene.h"

#include <cstdlib>
#include <map>

#include "core/secret/secret_access.h"

namespace certwright::test {

namespace {

using document::KeyUsage;

// take unwraps what a test cannot go on without.
template <typename T> T take(base::Result<T> result) {
    if (!result)
        std::abort();
    return std::move(*result);
}

std::uint16_t bits(std::initializer_list<KeyUsage> usages) {
    unsigned all = 0;
    for (const KeyUsage usage : usages)
        all |= static_cast<unsigned>(usage);
    return static_cast<std::uint16_t>(all);
}

check::SourceFile sourceFile(const std::string& path, std::uint32_t mode) {
    base::FileInfo info;
    info.kind = base::FileKind::Regular;
    info.mode = mode;
    info.owner = {1000, 1000};
    return {path, info, info, "engineer", path.ends_with(".key")};
}

} // namespace

base::Time today() {
    return at("2026-11-21T12:00:00Z");
}

base::Time at(const char* text) {
    const auto time = base::parseTime(text);
    if (!time)
        std::abort();
    return *time;
}

std::shared_ptr<const document::PrivateKey> keyNamed(const std::string& name) {
    static std::map<std::string, std::shared_ptr<const document::PrivateKey>> keys;
    auto& key = keys[name];
    if (!key) {
        document::KeySpec spec;
        spec.algorithm = document::KeyAlgorithm::Ec;
        key = std::make_shared<const document::PrivateKey>(
            take(document::makeKey(spec, secret::SecretAccess::grant())));
    }
    return key;
}

document::CertificateSpec caOrder(const std::string& name) {
    document::CertificateSpec spec;
    spec.subject = {{"C", "CN"}, {"O", "Practice"}, {"CN", name}};
    spec.notBefore = at("2022-01-01");
    spec.notAfter = at("2031-12-31");
    spec.basicConstraints = document::BasicConstraints{true, std::nullopt};
    spec.keyUsage = bits({KeyUsage::KeyCertSign, KeyUsage::CrlSign});
    return spec;
}

document::CertificateSpec serverOrder(const std::string& name) {
    document::CertificateSpec spec;
    spec.subject = {{"CN", name}};
    spec.notBefore = at("2026-01-01");
    spec.notAfter = at("2028-01-01");
    spec.basicConstraints = document::BasicConstraints{};
    spec.keyUsage = bits({KeyUsage::DigitalSignature});
    spec.extendedKeyUsage = {"1.3.6.1.5.5.7.3.1"};
    spec.altNames = {{document::AltNameKind::Dns, name}};
    return spec;
}

document::Identity issue(const document::CertificateSpec& spec, const std::string& keyName,
                         const document::Identity* issuer) {
    return take(document::makeCertificate(spec, keyNamed(keyName), issuer, secret::SecretAccess::grant()));
}

document::CrlSpec crlOrder() {
    document::CrlSpec spec;
    spec.thisUpdate = at("2026-11-20");
    spec.nextUpdate = at("2026-12-20");
    return spec;
}

document::Crl issueCrl(const document::CrlSpec& spec, const document::Identity& issuer) {
    return take(document::makeCrl(spec, issuer, secret::SecretAccess::grant()));
}

Scene sceneOf(const Order& order) {
    Scene scene;
    scene.root = issue(order.root, "root");
    scene.intermediate = issue(order.intermediate, "intermediate", &scene.root);
    scene.leaf = issue(order.leaf, "leaf", &scene.intermediate);

    check::Material& material = scene.material;
    material.leaf = check::SourcedCertificate{scene.leaf.certificate, "/in/server.pem", 1};
    material.pool = {{scene.intermediate.certificate, "/in/server.pem", 20}};
    material.cas = {{scene.root.certificate, "/in/ca.crt", 1}};
    material.crls = {{issueCrl(order.rootCrl, scene.root), "/in/ca.crl"},
                     {issueCrl(order.intermediateCrl, scene.intermediate), "/in/intermediate.crl"}};
    material.key.state = check::KeyState::Opened;
    material.key.path = "/in/server.key";
    material.key.facts = scene.leaf.key->facts;
    material.key.passwordCharacters = 12;
    material.sources = {sourceFile("/in/ca.crt", 0644), sourceFile("/in/server.key", 0600),
                        sourceFile("/in/server.pem", 0644)};
    material.user = {1000, 1000};
    material.userName = "engineer";
    return scene;
}

namespace {

// Rules of form read the octets, which scenes do not change along with the facts.
bool isOfForm(const check::Finding& finding) {
    const std::string_view code = codeOf(finding);
    return code.starts_with("lint.") || code == check::KeyUnsafe::code;
}

} // namespace

std::vector<std::string> said(const check::Findings& findings) {
    std::vector<std::string> lines;
    for (const check::Finding& finding : findings)
        if (!isOfForm(finding))
            lines.push_back(std::string(severityName(finding.severity)) + " " + std::string(codeOf(finding)) +
                            " " + finding.subject);
    return lines;
}

std::vector<std::string> judgeRow(const Row& row) {
    Order order;
    if (row.order)
        row.order(order);
    Scene scene = sceneOf(order);
    if (row.change)
        row.change(scene);
    return said(scene.judge().findings);
}

} // namespace certwright::test
