// Why: certificates of a case. Names and keys come first and certificates after, so that they may certify
// each other in circles.
#include <algorithm>

#include "tests/support/forge/extension_values.h"
#include "tests/support/forge/extensions.h"
#include "tests/support/forge/forge.h"
#include "tests/support/forge/names.h"
#include "tests/support/forge/sign.h"
#include "tests/support/forge/times.h"

namespace certwright::forge {

namespace {

struct Order {
    std::string name;
    YAML::Node node;
    Certificate made;
    bool keyReady = false;
};

YAML::Node yaml(const std::string& text) {
    return YAML::Load(text);
}

// Workshop makes the certificates of one chain.
class Workshop {
  public:
    explicit Workshop(const YAML::Node& chain);
    std::vector<Certificate> all();

  private:
    Order& order(const std::string& name);
    const Key& keyOf(const std::string& name);
    void prepare(Order& order);
    void finish(Order& order);
    Bytes toBeSigned(Fields& fields, Order& order, const Certificate& issuer, const Signature& signature);
    std::vector<Kind> kinds(const Order& order, const Certificate& issuer, Fields& fields);
    Bytes authorityKeyId(const YAML::Node& node, const Certificate& issuer, const std::string& where);

    std::vector<Order> m_orders;
};

Workshop::Workshop(const YAML::Node& chain) {
    if (!chain.IsMap())
        throw BadCase("chain: a map is expected");
    const Fields twice(chain, "chain");
    for (const auto& pair : chain)
        m_orders.push_back({pair.first.Scalar(), pair.second, {}, false});
}

std::vector<Certificate> Workshop::all() {
    for (Order& order : m_orders)
        prepare(order);
    for (Order& order : m_orders)
        finish(order);
    std::vector<Certificate> made;
    for (Order& order : m_orders)
        made.push_back(std::move(order.made));
    return made;
}

Order& Workshop::order(const std::string& name) {
    for (Order& order : m_orders)
        if (order.name == name)
            return order;
    throw BadCase("chain: there is no " + name);
}

const Key& Workshop::keyOf(const std::string& name) {
    Order& wanted = order(name);
    if (!wanted.keyReady) {
        wanted.keyReady = true;
        Fields fields(wanted.node, name);
        wanted.made.key = makeKey(fields.find("key").value_or(YAML::Node()), name,
                                  [this](const std::string& other) { return keyOf(other); });
    }
    return wanted.made.key;
}

// prepare fixes what others need to know of a certificate before it is made.
void Workshop::prepare(Order& order) {
    Fields fields(order.node, order.name);
    Certificate& made = order.made;
    made.name = order.name;
    made.issuer = fields.text("issuer", order.name);
    keyOf(order.name);
    const YAML::Node subject = fields.find("subject").value_or(
        yaml("CN=" + order.name + (order.name == "leaf" ? ".example.com" : "")));
    made.subject = distinguishedName(subject, order.name + ".subject");
    made.serial = seededOctets("serial " + order.name, 16);
    made.serial[0] = static_cast<std::uint8_t>(0x40U | (made.serial[0] & 0x3FU));
    if (const auto serial = fields.hex("serial"))
        made.serial = *serial;
    made.keyId = keyId(made.key);
    const auto ski = fields.find("ski");
    if (ski && ski->IsScalar())
        made.keyId = fromHexText(ski->Scalar());
}

Bytes Workshop::authorityKeyId(const YAML::Node& node, const Certificate& issuer, const std::string& where) {
    if (node.IsScalar() && node.Scalar() == "auto")
        return sequence({implicitTag(0, octetString(issuer.keyId))});
    Fields fields(node, where);
    std::vector<Bytes> parts;
    if (const auto id = fields.text("key-id"))
        parts.push_back(implicitTag(0, octetString(*id == "auto" ? issuer.keyId : fromHexText(*id))));
    if (const auto of = fields.text("key-id-of"))
        parts.push_back(implicitTag(0, octetString(order(*of).made.keyId)));
    if (const auto name = fields.find("issuer"))
        parts.push_back(tlv(0xA1, explicitTag(4, distinguishedName(*name, where))));
    if (const auto names = fields.find("issuer-names"))
        parts.push_back(tlv(0xA1, generalNames(*names, Use::Name, where)));
    if (const auto serial = fields.hex("serial"))
        parts.push_back(implicitTag(2, integerOf(*serial)));
    fields.done();
    return sequence(parts);
}

std::vector<Kind> Workshop::kinds(const Order& order, const Certificate& issuer, Fields& fields) {
    const bool authority = fields.text("ca", order.name == "leaf" ? "false" : "true") == "true";
    const auto length = fields.text("path-length");
    const std::string basic = "{ca: true" + (length ? ", path-length: \"" + *length + "\"}" : "}");
    const YAML::Node none(YAML::NodeType::Undefined);
    const bool selfIssued = issuer.name == order.name;
    const Bytes keyIdentifier = octetString(order.made.keyId);
    const auto subjectKeyId = [keyIdentifier](const YAML::Node&, const std::string&) {
        return keyIdentifier;
    };
    const auto authorityId = [this, issuer](const YAML::Node& node, const std::string& where) {
        return authorityKeyId(node, issuer, where);
    };
    const auto empty = [](const YAML::Node&, const std::string&) { return null(); };
    const auto staple = [](const YAML::Node&, const std::string&) { return sequence({integer(5)}); };
    return {
        {"basic-constraints", "2.5.29.19", true, basicConstraints, authority || length ? yaml(basic) : none},
        {"key-usage", "2.5.29.15", true, keyUsage,
         yaml(authority ? "[cert-sign, crl-sign]" : "[digital-signature]")},
        {"eku", "2.5.29.37", false, extendedKeyUsage, authority ? none : yaml("[server]")},
        {"ski", "2.5.29.14", false, subjectKeyId, authority ? yaml("auto") : none},
        {"aki", "2.5.29.35", false, authorityId, authority && selfIssued ? none : yaml("auto")},
        {"san", "2.5.29.17", false, alternativeNames, authority ? none : yaml("[\"DNS:leaf.example.com\"]")},
        {"ian", "2.5.29.18", false, alternativeNames, none},
        {"name-constraints", "2.5.29.30", true, nameConstraints, none},
        {"policies", "2.5.29.32", false, certificatePolicies, none},
        {"policy-mappings", "2.5.29.33", true, policyMappings, none},
        {"policy-constraints", "2.5.29.36", true, policyConstraints, none},
        {"inhibit-any", "2.5.29.54", true, inhibitAnyPolicy, none},
        {"aia", "1.3.6.1.5.5.7.1.1", false, informationAccess, none},
        {"sia", "1.3.6.1.5.5.7.1.11", false, informationAccess, none},
        {"cdp", "2.5.29.31", false, distributionPoints, none},
        {"freshest-crl", "2.5.29.46", false, distributionPoints, none},
        {"must-staple", "1.3.6.1.5.5.7.1.24", false, staple, none},
        {"poison", "1.3.6.1.4.1.11129.2.4.3", true, empty, none},
        {"sct", "1.3.6.1.4.1.11129.2.4.2", false, empty, none},
    };
}

Bytes version(Fields& fields) {
    const auto raw = fields.hex("version-der");
    const std::string text = fields.text("version", "3");
    if (raw)
        return *raw;
    if (text == "1" || fields.isNone("version"))
        return {};
    std::string rest = text;
    return explicitTag(0, cut(rest, "explicit-") ? integer(std::stoll(rest) - 1)
                                                 : integer(std::stoll(text) - 1));
}

Bytes patched(Bytes octets, Fields& fields) {
    for (const YAML::Node& node : fields.list("patch")) {
        Fields patch(node, fields.where() + ".patch");
        const Bytes from = patch.hex("find").value_or(Bytes{});
        const Bytes to = patch.hex("replace").value_or(Bytes{});
        patch.done();
        const auto at = std::search(octets.begin(), octets.end(), from.begin(), from.end());
        if (at == octets.end() || from.size() != to.size())
            throw BadCase(fields.where() + ".patch: not there, or not of equal length");
        std::copy(to.begin(), to.end(), at);
    }
    return octets;
}

Bytes Workshop::toBeSigned(Fields& fields, Order& order, const Certificate& issuer,
                           const Signature& signature) {
    const bool leaf = order.name == "leaf";
    const auto longer = fields.texts("longer-length");
    const auto form = [&longer](const std::string& part, const Bytes& element) {
        return std::find(longer.begin(), longer.end(), part) == longer.end() ? element
                                                                             : longerLength(element);
    };
    Certificate& made = order.made;
    const auto issuerName = fields.find("issuer-name");
    made.issuerName = issuerName ? distinguishedName(*issuerName, order.name) : issuer.subject;
    const auto before = fields.find("not-before").value_or(yaml(leaf ? "2026-01-01" : "2025-01-01"));
    const auto after = fields.find("not-after").value_or(yaml(leaf ? "2026-12-31" : "2027-01-01"));
    std::vector<Bytes> parts = {version(fields),
                                form("serial", integerOf(made.serial)),
                                signature.inner(),
                                made.issuerName,
                                sequence({timeOf(before, order.name), timeOf(after, order.name)}),
                                form("subject", made.subject),
                                made.key.spki};
    if (const auto id = fields.hex("issuer-unique-id"))
        parts.push_back(implicitTag(1, bitString(*id)));
    if (const auto id = fields.hex("subject-unique-id"))
        parts.push_back(implicitTag(2, bitString(*id)));
    const auto version1 = fields.text("version", "3") == "1" && !fields.has("with-extensions");
    fields.find("with-extensions");
    const auto extensions = extensionList(fields, kinds(order, issuer, fields));
    if (extensions && !version1)
        parts.push_back(explicitTag(3, form("extensions", *extensions)));
    parts.push_back(fields.hex("tbs-trailing").value_or(Bytes{}));
    return patched(form("tbs", sequence(parts)), fields);
}

void Workshop::finish(Order& wanted) {
    Fields fields(wanted.node, wanted.name);
    for (const char* const early : {"key", "subject", "serial"})
        fields.find(early);
    const Certificate& issuer = order(fields.text("issuer", wanted.name)).made;
    const Key& signer = keyOf(fields.text("signer", issuer.name));
    const Signature signature(fields.find("signature").value_or(YAML::Node()), signer, wanted.name);
    const Bytes signedPart = toBeSigned(fields, wanted, issuer, signature);
    Bytes der = sequence({signedPart, signature.outer(), signature.bits(signedPart)});
    const auto longer = fields.texts("longer-length");
    if (std::find(longer.begin(), longer.end(), "certificate") != longer.end())
        der = longerLength(der);
    wanted.made.der = join({der, fields.hex("trailing").value_or(Bytes{})});
    wanted.made.pem = pemOf(fields.text("label", "CERTIFICATE"), wanted.made.der);
    fields.done();
}

} // namespace

std::vector<Certificate> makeCertificates(const YAML::Node& chain) {
    return Workshop(chain).all();
}

} // namespace certwright::forge
