// Why: the making of one of every kind.
#include "tests/core/document/things.h"

#include <cstdlib>

#include "tests/data/material/pki.h"

namespace certwright::test {

namespace {

using namespace material;

std::string nameOf(const document::Object& object) {
    constexpr const char* names[] = {"certificate", "crl", "encrypted-key", "key", "pkcs12", "request"};
    return names[object.index()];
}

std::string nameOf(document::DamageKind kind) {
    switch (kind) {
    case document::DamageKind::Unterminated:
        return "unterminated";
    case document::DamageKind::BadBase64:
        return "bad-base64";
    case document::DamageKind::BadContent:
        break;
    }
    return "bad-content";
}

std::vector<Thing> make() {
    const Identity ca = authority("实践根 CA");
    const Identity leaf = server(ca);
    const Crl crl = issueCrl(crlSpec({revoked(leaf)}), ca);
    const PrivateKey& rsa = *leaf.key;
    const std::string chain = pkcs7({leaf.certificate, ca.certificate}, {crl});
    const std::string request = requestDer({{"CN", "server.example"}}, rsa, {"server.example"});
    const std::string sealed = keyDer(rsa, "password");
    return {
        {"certificate", pem(leaf), der(leaf), "certificate"},
        {"v1 certificate",
         pem(issue(
             [] {
                 CertificateSpec spec = authoritySpec();
                 spec.version = 1;
                 return spec;
             }(),
             ecKey())),
         {},
         "certificate"},
        {"crl", pem(crl), der(crl), "crl"},
        {"v1 crl",
         pem(issueCrl(
             [] {
                 CrlSpec spec = crlSpec();
                 spec.version = 1;
                 return spec;
             }(),
             ca)),
         {},
         "crl"},
        {"request", pem("CERTIFICATE REQUEST", request), request, "request"},
        {"pkcs7", pem("PKCS7", chain), chain, "certificate certificate crl"},
        {"pkcs8 rsa", keyPem(rsa), keyDer(rsa), "key"},
        {"pkcs8 ec", keyPem(*ecKey()), keyDer(*ecKey()), "key"},
        {"pkcs8 ed25519", keyPem(*edKey()), keyDer(*edKey()), "key"},
        {"traditional rsa", traditionalPem(rsa), traditionalDer(rsa), "key"},
        {"traditional ec", traditionalPem(*ecKey()), traditionalDer(*ecKey()), "key"},
        {"pkcs8 encrypted", pem("ENCRYPTED PRIVATE KEY", sealed), sealed, "encrypted-key"},
        {"traditional encrypted", traditionalPem(rsa, "password"), {}, "encrypted-key"},
        {"pkcs12", {}, pkcs12(leaf, {ca.certificate}, "password"), "pkcs12"},
        {"pkcs12 legacy", {}, pkcs12(leaf, {ca.certificate}, "password", Pkcs12Style::Legacy), "pkcs12"},
    };
}

} // namespace

const std::vector<Thing>& things() {
    static const std::vector<Thing> all = make();
    return all;
}

const Thing& thing(const std::string& name) {
    for (const Thing& one : things()) {
        if (one.name == name)
            return one;
    }
    std::abort();
}

document::ParsedFile parsed(const std::string& content) {
    return document::parse(base::viewOf(content), access());
}

std::string describe(const document::ParsedFile& file) {
    std::string text;
    for (const document::Item& item : file.items)
        text += (text.empty() ? "" : " ") + nameOf(item.object);
    for (const document::Damage& damage : file.damages)
        text += (text.empty() ? "!" : " !") + nameOf(damage.kind) + ':' + std::to_string(damage.line);
    for (const document::ForeignFile& foreign : file.foreign)
        text += (text.empty() ? "~" : " ~") + std::string(document::foreignFormatName(foreign.format));
    return text;
}

std::string faultsIn(const std::string& content) {
    const document::ParsedFile file = parsed(content);
    std::string text;
    const auto say = [&](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
    for (const document::Item& item : file.items) {
        say(std::holds_alternative<PrivateKey>(item.object) ? "key" : "other");
        std::vector<document::Fault> remarks = item.remarks;
        if (const auto* key = std::get_if<PrivateKey>(&item.object))
            remarks.insert(remarks.end(), key->remarks.begin(), key->remarks.end());
        for (const document::Fault remark : remarks)
            text += '(' + std::string(faultName(remark)) + ')';
    }
    for (const document::Damage& damage : file.damages)
        say(damage.fault ? '!' + std::string(faultName(*damage.fault)) : "!");
    for (const document::Aside& aside : file.asides)
        say('-' + aside.what);
    return text;
}

} // namespace certwright::test
