// Why: see extension_values.h.
#include "tests/support/forge/extension_values.h"

#include <algorithm>

#include "tests/support/forge/names.h"

namespace certwright::forge {

namespace {

std::vector<YAML::Node> items(const YAML::Node& node) {
    if (node.IsSequence())
        return {node.begin(), node.end()};
    return node.IsNull() ? std::vector<YAML::Node>{} : std::vector<YAML::Node>{node};
}

unsigned indexIn(const std::vector<std::string>& words, const std::string& word, const std::string& where) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end())
        return static_cast<unsigned>(found - words.begin());
    if (word.find_first_not_of("0123456789") != std::string::npos || word.empty())
        throw BadCase(where + ": unknown word " + word);
    return static_cast<unsigned>(std::stoul(word));
}

Bytes numberOrHex(const std::string& text) {
    std::string rest = text;
    return cut(rest, "hex:") ? integerOf(fromHexText(rest)) : integer(std::stoll(text));
}

Bytes subtree(const YAML::Node& node, const std::string& where) {
    if (!node.IsMap() || node["DIR"].IsDefined())
        return sequence({generalName(node, Use::Constraint, where)});
    Fields fields(node, where);
    std::vector<Bytes> parts;
    if (const auto base = fields.find("base"))
        parts.push_back(generalName(*base, Use::Constraint, where));
    if (const auto minimum = fields.number("minimum"))
        parts.push_back(implicitTag(0, integer(*minimum)));
    if (const auto maximum = fields.number("maximum"))
        parts.push_back(implicitTag(1, integer(*maximum)));
    fields.done();
    return sequence(parts);
}

Bytes reasons(Fields& fields, unsigned tag) {
    static const std::vector<std::string> words = {
        "unused",    "key-compromise",   "ca-compromise",       "affiliation-changed", "superseded",
        "cessation", "certificate-hold", "privilege-withdrawn", "aa-compromise"};
    std::vector<unsigned> bits;
    for (const std::string& word : fields.texts("reasons"))
        bits.push_back(indexIn(words, word, fields.where()));
    return implicitTag(tag, namedBits(bits));
}

// pointName is a DistributionPointName; nothing if the fields name none.
std::optional<Bytes> pointName(Fields& fields) {
    if (const auto uri = fields.text("uri"))
        return explicitTag(0, tlv(0xA0, tlv(0x86, base::toBytes(*uri))));
    if (const auto names = fields.find("names"))
        return explicitTag(0, tlv(0xA0, generalNames(*names, Use::Name, fields.where())));
    if (const auto relative = fields.find("relative")) {
        YAML::Node whole;
        whole.push_back(*relative);
        const Bytes name = distinguishedName(whole, fields.where());
        return explicitTag(0, implicitTag(1, Bytes(name.begin() + 2, name.end())));
    }
    return std::nullopt;
}

Bytes distributionPoint(const YAML::Node& node, const std::string& where) {
    if (node.IsScalar())
        return sequence({explicitTag(0, tlv(0xA0, tlv(0x86, base::toBytes(node.Scalar()))))});
    Fields fields(node, where);
    std::vector<Bytes> parts;
    if (const auto name = pointName(fields))
        parts.push_back(*name);
    if (fields.has("reasons"))
        parts.push_back(reasons(fields, 1));
    if (const auto issuer = fields.find("issuer"))
        parts.push_back(tlv(0xA2, explicitTag(4, distinguishedName(*issuer, where))));
    fields.done();
    return sequence(parts);
}

Bytes policyInformation(const YAML::Node& node, const std::string& where) {
    if (node.IsScalar())
        return sequence({policyOid(node.Scalar())});
    Fields fields(node, where);
    const Bytes id = policyOid(fields.text("oid", "any"));
    std::vector<Bytes> qualifiers;
    if (const auto cps = fields.text("cps"))
        qualifiers.push_back(sequence({oid("1.3.6.1.5.5.7.2.1"), stringOf("ia5", *cps)}));
    if (const auto notice = fields.text("notice"))
        qualifiers.push_back(sequence({oid("1.3.6.1.5.5.7.2.2"), sequence({stringOf("utf8", *notice)})}));
    if (const auto raw = fields.hex("qualifiers"))
        qualifiers.push_back(*raw);
    fields.done();
    return sequence({id, sequence(qualifiers)});
}

} // namespace

Bytes policyOid(const std::string& text) {
    return oid(text == "any" ? "2.5.29.32.0" : text);
}

Bytes basicConstraints(const YAML::Node& node, const std::string& where) {
    Fields fields(node, where);
    const std::string ca = fields.text("ca", "false");
    const auto length = fields.text("path-length");
    fields.done();
    std::vector<Bytes> parts;
    if (ca == "true")
        parts.push_back(boolean(0xFF));
    else if (ca == "ber-true")
        parts.push_back(boolean(0x01));
    else if (ca == "explicit-false")
        parts.push_back(boolean(0x00));
    if (length)
        parts.push_back(numberOrHex(*length));
    return sequence(parts);
}

Bytes keyUsage(const YAML::Node& node, const std::string& where) {
    static const std::vector<std::string> words = {"digital-signature", "non-repudiation", "key-encipherment",
                                                   "data-encipherment", "key-agreement",   "cert-sign",
                                                   "crl-sign",          "encipher-only",   "decipher-only"};
    std::vector<unsigned> bits;
    for (const YAML::Node& word : items(node))
        bits.push_back(indexIn(words, scalarOf(word, where), where));
    return namedBits(bits);
}

Bytes extendedKeyUsage(const YAML::Node& node, const std::string& where) {
    static const std::map<std::string, std::string> words = {
        {"server", "1.3.6.1.5.5.7.3.1"}, {"client", "1.3.6.1.5.5.7.3.2"}, {"code", "1.3.6.1.5.5.7.3.3"},
        {"email", "1.3.6.1.5.5.7.3.4"},  {"time", "1.3.6.1.5.5.7.3.8"},   {"ocsp", "1.3.6.1.5.5.7.3.9"},
        {"any-purpose", "2.5.29.37.0"}};
    std::vector<Bytes> ids;
    for (const YAML::Node& item : items(node)) {
        const std::string word = scalarOf(item, where);
        const auto found = words.find(word);
        ids.push_back(oid(found == words.end() ? word : found->second));
    }
    return sequence(ids);
}

Bytes nameConstraints(const YAML::Node& node, const std::string& where) {
    Fields fields(node, where);
    std::vector<Bytes> parts;
    const char* const kinds[] = {"permitted", "excluded"};
    for (unsigned i = 0; i < 2; ++i) {
        std::vector<Bytes> subtrees;
        for (const YAML::Node& entry : fields.list(kinds[i]))
            subtrees.push_back(subtree(entry, where));
        if (fields.has(kinds[i]))
            parts.push_back(tlv(0xA0U | i, join(subtrees)));
    }
    fields.done();
    return sequence(parts);
}

Bytes certificatePolicies(const YAML::Node& node, const std::string& where) {
    std::vector<Bytes> policies;
    for (const YAML::Node& policy : items(node))
        policies.push_back(policyInformation(policy, where));
    return sequence(policies);
}

Bytes policyMappings(const YAML::Node& node, const std::string& where) {
    std::vector<Bytes> mappings;
    for (const YAML::Node& item : items(node)) {
        const auto sides = split(scalarOf(item, where), '=');
        mappings.push_back(sequence({policyOid(sides.at(0)), policyOid(sides.at(1))}));
    }
    return sequence(mappings);
}

Bytes policyConstraints(const YAML::Node& node, const std::string& where) {
    Fields fields(node, where);
    std::vector<Bytes> parts;
    if (const auto skip = fields.text("require-explicit"))
        parts.push_back(implicitTag(0, numberOrHex(*skip)));
    if (const auto skip = fields.text("inhibit-mapping"))
        parts.push_back(implicitTag(1, numberOrHex(*skip)));
    fields.done();
    return sequence(parts);
}

Bytes inhibitAnyPolicy(const YAML::Node& node, const std::string& where) {
    return numberOrHex(scalarOf(node, where));
}

Bytes informationAccess(const YAML::Node& node, const std::string& where) {
    std::vector<Bytes> places;
    for (const YAML::Node& item : items(node)) {
        const std::string text = scalarOf(item, where);
        const std::string method = text.substr(0, text.find('='));
        const Bytes id = oid(method == "ocsp"      ? "1.3.6.1.5.5.7.48.1"
                             : method == "issuers" ? "1.3.6.1.5.5.7.48.2"
                                                   : method);
        places.push_back(
            sequence({id, generalName(YAML::Node(text.substr(method.size() + 1)), Use::Name, where)}));
    }
    return sequence(places);
}

Bytes distributionPoints(const YAML::Node& node, const std::string& where) {
    std::vector<Bytes> points;
    for (const YAML::Node& item : items(node))
        points.push_back(distributionPoint(item, where));
    return sequence(points);
}

Bytes issuingDistributionPoint(const YAML::Node& node, const std::string& where) {
    Fields fields(node, where);
    std::vector<Bytes> parts;
    if (const auto name = pointName(fields))
        parts.push_back(*name);
    const std::vector<std::pair<std::string, unsigned>> flags = {
        {"only-user", 1}, {"only-ca", 2}, {"reasons", 3}, {"indirect", 4}, {"only-attribute", 5}};
    for (const auto& [word, tag] : flags) {
        if (word == "reasons") {
            if (fields.has(word))
                parts.push_back(reasons(fields, tag));
            continue;
        }
        const std::string value = fields.text(word, "false");
        if (value != "false")
            parts.push_back(implicitTag(tag, boolean(value == "true" ? 0xFF : 0x00)));
    }
    fields.done();
    return sequence(parts);
}

Bytes alternativeNames(const YAML::Node& node, const std::string& where) {
    return tlv(0x30, node.IsNull() ? Bytes{} : generalNames(node, Use::Name, where));
}

} // namespace certwright::forge
