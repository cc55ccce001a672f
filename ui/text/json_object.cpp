// Why: the facts of each object that a file holds, as JSON.
#include "ui/text/json_document.h"

#include <array>

#include "core/base/utf8.h"
#include "core/document/open.h"

namespace certwright::text {

namespace {

std::string hex(base::ByteView bytes) {
    return base::toHex(bytes);
}

const char* algorithmName(document::KeyAlgorithm algorithm) {
    switch (algorithm) {
    case document::KeyAlgorithm::Rsa:
        return "RSA";
    case document::KeyAlgorithm::RsaPss:
        return "RSA-PSS";
    case document::KeyAlgorithm::Ec:
        return "EC";
    case document::KeyAlgorithm::Ed25519:
        return "Ed25519";
    case document::KeyAlgorithm::Ed448:
        return "Ed448";
    case document::KeyAlgorithm::Dsa:
        return "DSA";
    case document::KeyAlgorithm::Sm2:
        return "SM2";
    case document::KeyAlgorithm::Other:
        break;
    }
    return "other";
}

const char* altNameKind(document::AltNameKind kind) {
    static constexpr std::array names{"dns", "ip", "email", "uri", "directory", "other"};
    return names.at(static_cast<std::size_t>(kind));
}

Json keyJson(const document::KeyFacts& facts) {
    Json out{{"algorithm", algorithmName(facts.algorithm)}, {"bits", facts.bits}};
    if (!facts.curve.empty())
        out["curve"] = facts.curve;
    if (!facts.name.empty())
        out["name"] = base::printable(facts.name);
    return out;
}

Json altNamesJson(const std::vector<document::AltName>& names) {
    Json out = Json::array();
    for (const document::AltName& name : names)
        out.push_back({{"kind", altNameKind(name.kind)}, {"value", base::printable(name.value)}});
    return out;
}

Json encryptionJson(const document::EncryptionFacts& facts) {
    return {{"scheme", facts.scheme},
            {"cipher", facts.cipher},
            {"derivation", facts.derivation},
            {"iterations", facts.iterations}};
}

Json keyUsageJson(std::uint16_t bits) {
    static constexpr std::array names{"digitalSignature", "nonRepudiation", "keyEncipherment",
                                      "dataEncipherment", "keyAgreement",   "keyCertSign",
                                      "cRLSign",          "encipherOnly",   "decipherOnly"};
    Json out = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((bits >> i) & 1U)
            out.push_back(names.at(i));
    return out;
}

struct Describe {
    base::Time now;

    Json operator()(const document::Certificate& c) const {
        const document::CertificateFacts& f = c.facts;
        Json out{{"kind", "certificate"},
                 {"version", f.version},
                 {"subject", base::printable(f.subject.text)},
                 {"issuer", base::printable(f.issuer.text)},
                 {"serial", f.serial},
                 {"notBefore", base::formatIso(f.notBefore)},
                 {"notAfter", base::formatIso(f.notAfter)},
                 {"daysLeft", base::wholeDays(now, f.notAfter)},
                 {"ca", f.isCa()},
                 {"key", keyJson(f.key)},
                 {"signatureAlgorithm", f.signature.algorithm},
                 {"altNames", altNamesJson(f.altNames)},
                 {"extendedKeyUsage", f.extendedKeyUsage},
                 {"subjectKeyId", hex(f.subjectKeyId)},
                 {"authorityKeyId", hex(f.authorityKeyId)},
                 {"sha256", hex(f.fingerprint)}};
        out["keyUsage"] = f.keyUsage ? keyUsageJson(*f.keyUsage) : Json();
        if (!f.malformedExtensions.empty())
            out["malformedExtensions"] = f.malformedExtensions;
        if (!f.repeatedExtensions.empty())
            out["repeatedExtensions"] = f.repeatedExtensions;
        if (f.basicConstraints && f.basicConstraints->pathLength)
            out["pathLength"] = *f.basicConstraints->pathLength;
        return out;
    }
    Json operator()(const document::Crl& c) const {
        const document::CrlFacts& f = c.facts;
        return {{"kind", "crl"},
                {"issuer", base::printable(f.issuer.text)},
                {"thisUpdate", base::formatIso(f.thisUpdate)},
                {"nextUpdate", f.nextUpdate ? Json(base::formatIso(*f.nextUpdate)) : Json()},
                {"number", f.number ? Json(*f.number) : Json()},
                {"entries", f.entries},
                {"signatureAlgorithm", f.signature.algorithm},
                {"authorityKeyId", hex(f.authorityKeyId)},
                {"sha256", hex(f.fingerprint)}};
    }
    Json operator()(const document::EncryptedKey& k) const {
        return {{"kind", "encrypted-key"}, {"encryption", encryptionJson(k.encryption)}};
    }
    Json operator()(const document::PrivateKey& k) const {
        return {{"kind", "key"}, {"key", keyJson(k.facts)}};
    }
    Json operator()(const document::Pkcs12& p) const {
        return {{"kind", "pkcs12"}, {"encryption", encryptionJson(p.encryption)}};
    }
    Json operator()(const document::Request& r) const {
        return {{"kind", "request"},
                {"subject", base::printable(r.facts.subject.text)},
                {"key", keyJson(r.facts.key)},
                {"signatureAlgorithm", r.facts.signature.algorithm},
                {"altNames", altNamesJson(r.facts.altNames)}};
    }
};

} // namespace

Json jsonOf(const document::Item& item, base::Time now) {
    Json object = std::visit(Describe{now}, item.object);
    object["encoding"] = item.encoding == document::Encoding::Pem ? "pem" : "der";
    object["container"] = item.container == document::Container::None    ? Json()
                          : item.container == document::Container::Pkcs7 ? Json("pkcs7")
                                                                         : Json("pkcs12");
    object["line"] = item.line;
    if (!item.friendlyName.empty())
        object["friendlyName"] = base::printable(item.friendlyName);
    if (!item.localKeyId.empty())
        object["localKeyId"] = hex(item.localKeyId);
    return object;
}

Json jsonOf(const job::Inspected& file, base::Time now, const Books& books) {
    Json objects = Json::array();
    const std::vector<document::Item>& items = file.content.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Json object = jsonOf(items[i], now);
        if (const auto certificate = document::certificateOf(items, i))
            object["certificate"] = *certificate;
        objects.push_back(std::move(object));
    }
    Json out{{"path", base::printable(file.path)},
             {"size", file.size},
             {"objects", objects},
             {"findings", jsonOf(file.findings, books)}};
    if (file.error)
        out["error"] = jsonOf(*file.error, books);
    return out;
}

} // namespace certwright::text
