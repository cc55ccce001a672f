// Why: see crl.h.
#include "tests/support/forge/crl.h"

#include <algorithm>

#include "tests/support/forge/extension_values.h"
#include "tests/support/forge/extensions.h"
#include "tests/support/forge/names.h"
#include "tests/support/forge/sign.h"
#include "tests/support/forge/times.h"

namespace certwright::forge {

namespace {

using Chain = std::vector<Certificate>;

const Certificate& memberOf(const Chain& chain, const std::string& name) {
    for (const Certificate& certificate : chain)
        if (certificate.name == name)
            return certificate;
    throw BadCase("crl-list: the chain has no " + name);
}

Bytes numberOf(const YAML::Node& node, const std::string& where) {
    std::string text = scalarOf(node, where);
    return cut(text, "hex:") ? integerOf(fromHexText(text)) : integer(std::stoll(text));
}

Bytes reasonOf(const YAML::Node& node, const std::string& where) {
    static const std::map<std::string, unsigned> words = {
        {"unspecified", 0},         {"key-compromise", 1},  {"ca-compromise", 2},
        {"affiliation-changed", 3}, {"superseded", 4},      {"cessation", 5},
        {"certificate-hold", 6},    {"remove-from-crl", 8}, {"privilege-withdrawn", 9},
        {"aa-compromise", 10}};
    const std::string word = scalarOf(node, where);
    const auto found = words.find(word);
    return tlv(0x0A, {static_cast<std::uint8_t>(found == words.end() ? std::stoul(word) : found->second)});
}

// entryKinds are the extensions of an entry (RFC 5280 section 5.3).
std::vector<Kind> entryKinds(const Chain& chain) {
    const YAML::Node none(YAML::NodeType::Undefined);
    const auto issuer = [chain](const YAML::Node& node, const std::string& where) {
        const bool member = node.IsScalar() && node.Scalar().find('=') == std::string::npos;
        const Bytes name = member ? memberOf(chain, node.Scalar()).subject : distinguishedName(node, where);
        return sequence({explicitTag(4, name)});
    };
    const auto date = [](const YAML::Node& node, const std::string& where) {
        std::string digits;
        for (const char c : base::formatIso(base::parseTime(scalarOf(node, where)).value()))
            if (c >= '0' && c <= '9')
                digits += c;
        return tlv(0x18, base::toBytes(digits + "Z"));
    };
    const auto hold = [](const YAML::Node& node, const std::string& where) {
        return oid(scalarOf(node, where));
    };
    return {{"reason", "2.5.29.21", false, reasonOf, none},
            {"invalidity-date", "2.5.29.24", false, date, none},
            {"hold-instruction", "2.5.29.23", false, hold, none},
            {"certificate-issuer", "2.5.29.29", true, issuer, none}};
}

Bytes entry(const YAML::Node& node, const Chain& chain, const std::string& where) {
    if (node.IsScalar())
        return entry(YAML::Load("{of: " + node.Scalar() + "}"), chain, where);
    Fields fields(node, where);
    const auto of = fields.text("of");
    const Bytes serial = of ? memberOf(chain, *of).serial : fields.hex("serial").value_or(Bytes{0x01});
    std::vector<Bytes> parts = {integerOf(serial),
                                timeOf(fields.find("date").value_or(YAML::Load("2026-04-01")), where)};
    if (const auto extensions = extensionList(fields, entryKinds(chain)))
        parts.push_back(*extensions);
    fields.done();
    return sequence(parts);
}

std::vector<Kind> listKinds(const Certificate& issuer) {
    const YAML::Node none(YAML::NodeType::Undefined);
    const auto keyId = [issuer](const YAML::Node& node, const std::string& where) {
        const std::string text = scalarOf(node, where);
        return sequence({implicitTag(0, octetString(text == "auto" ? issuer.keyId : fromHexText(text)))});
    };
    return {{"aki", "2.5.29.35", false, keyId, YAML::Load("auto")},
            {"number", "2.5.29.20", false, numberOf, YAML::Load("1")},
            {"delta", "2.5.29.27", true, numberOf, none},
            {"idp", "2.5.29.28", true, issuingDistributionPoint, none},
            {"freshest-crl", "2.5.29.46", false, distributionPoints, none},
            {"aia", "1.3.6.1.5.5.7.1.1", false, informationAccess, none},
            {"ian", "2.5.29.18", false, alternativeNames, none}};
}

// entriesOf is the revokedCertificates field, absent if there are none (RFC 5280 section 5.1.2.6).
Bytes entriesOf(Fields& fields, const Chain& chain) {
    std::vector<Bytes> entries;
    for (const YAML::Node& node : fields.list("entries"))
        entries.push_back(entry(node, chain, fields.where() + ".entries"));
    const bool empty = fields.flag("empty-entries");
    return entries.empty() && !empty ? Bytes{} : sequence(entries);
}

Crl makeCrl(const std::string& name, const YAML::Node& node, const Chain& chain) {
    Fields fields(node, name);
    const Certificate& issuer = memberOf(chain, fields.text("issuer", "root"));
    const Key& signer = memberOf(chain, fields.text("signer", issuer.name)).key;
    const Signature signature(fields.find("signature").value_or(YAML::Node()), signer, name);
    const auto issuerName = fields.find("issuer-name");
    const long long version = fields.number("version").value_or(2);
    std::vector<Bytes> parts = {version == 1 ? Bytes{} : integer(version - 1), signature.inner(),
                                issuerName ? distinguishedName(*issuerName, name) : issuer.subject,
                                timeOf(fields.find("this-update").value_or(YAML::Load("2026-05-01")), name)};
    const bool endless = fields.isNone("next-update");
    const auto next = fields.find("next-update");
    if (!endless)
        parts.push_back(timeOf(next.value_or(YAML::Load("2026-07-01")), name));
    parts.push_back(entriesOf(fields, chain));
    const auto extensions = extensionList(fields, listKinds(issuer));
    if (extensions && (version != 1 || fields.has("with-extensions")))
        parts.push_back(explicitTag(0, *extensions));
    fields.find("with-extensions");
    const Bytes signedPart = sequence(parts);
    Crl crl{name, sequence({signedPart, signature.outer(), signature.bits(signedPart)}), {}};
    crl.der = join({crl.der, fields.hex("trailing").value_or(Bytes{})});
    crl.pem = pemOf("X509 CRL", crl.der);
    fields.done();
    return crl;
}

} // namespace

std::vector<Crl> makeCrls(const YAML::Node& list, const Chain& chain) {
    std::vector<Crl> crls;
    const Fields twice(list, "crl-list");
    for (const auto& pair : list)
        crls.push_back(makeCrl(pair.first.Scalar(), pair.second, chain));
    return crls;
}

} // namespace certwright::forge
