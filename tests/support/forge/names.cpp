// Why: see names.h.
#include "tests/support/forge/names.h"

#include <memory>
#include <utility>

#include <openssl/x509v3.h>

namespace certwright::forge {

namespace {

std::string attributeOid(const std::string& type) {
    static const std::map<std::string, std::string> known = {{"CN", "2.5.4.3"},
                                                             {"SN", "2.5.4.4"},
                                                             {"serialNumber", "2.5.4.5"},
                                                             {"C", "2.5.4.6"},
                                                             {"L", "2.5.4.7"},
                                                             {"ST", "2.5.4.8"},
                                                             {"street", "2.5.4.9"},
                                                             {"O", "2.5.4.10"},
                                                             {"OU", "2.5.4.11"},
                                                             {"T", "2.5.4.12"},
                                                             {"GN", "2.5.4.42"},
                                                             {"dnQualifier", "2.5.4.46"},
                                                             {"pseudonym", "2.5.4.65"},
                                                             {"DC", "0.9.2342.19200300.100.1.25"},
                                                             {"UID", "0.9.2342.19200300.100.1.1"},
                                                             {"email", "1.2.840.113549.1.9.1"},
                                                             {"generation", "2.5.4.44"},
                                                             {"initials", "2.5.4.43"}};
    const auto found = known.find(type);
    return found == known.end() ? type : found->second;
}

std::string usualString(const std::string& type) {
    if (type == "C" || type == "serialNumber" || type == "dnQualifier")
        return "printable";
    return type == "DC" || type == "email" ? "ia5" : "utf8";
}

// codePoints reads UTF-8 that is taken to be well-formed.
std::vector<std::uint32_t> codePoints(const std::string& utf8) {
    std::vector<std::uint32_t> points;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<std::uint8_t>(utf8[i]);
        const std::size_t more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        std::uint32_t point = more == 0 ? first : first & (0x3FU >> more);
        for (std::size_t k = 1; k <= more; ++k)
            point = (point << 6U) | (static_cast<std::uint8_t>(utf8.at(i + k)) & 0x3FU);
        points.push_back(point);
        i += more + 1;
    }
    return points;
}

Bytes wide(const std::string& utf8, unsigned octets) {
    Bytes out;
    for (const std::uint32_t point : codePoints(utf8))
        for (unsigned i = octets; i > 0; --i)
            out.push_back(static_cast<std::uint8_t>(point >> (8U * (i - 1U))));
    return out;
}

Bytes attribute(const YAML::Node& node, const std::string& where) {
    if (node.IsMap()) {
        Fields fields(node, where);
        const std::string type = fields.text("type", "CN");
        const auto octets = fields.hex("hex");
        const auto tag = static_cast<unsigned>(fields.number("tag").value_or(0x0C));
        const std::string value = fields.text("value", "");
        const std::string as = fields.text("as", usualString(type));
        fields.done();
        return sequence({oid(attributeOid(type)), octets ? tlv(tag, *octets) : stringOf(as, value)});
    }
    const std::string text = scalarOf(node, where);
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
        throw BadCase(where + ": no attribute: " + text);
    std::string type = text.substr(0, equals);
    std::string as;
    if (const std::size_t colon = type.find(':'); colon != std::string::npos) {
        as = type.substr(colon + 1);
        type.erase(colon);
    }
    return sequence(
        {oid(attributeOid(type)), stringOf(as.empty() ? usualString(type) : as, text.substr(equals + 1))});
}

Bytes addressOctets(const std::string& text) {
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> parsed(
        a2i_IPADDRESS(text.c_str()), ASN1_OCTET_STRING_free);
    if (parsed == nullptr)
        throw BadCase("no address: " + text);
    const unsigned char* octets = ASN1_STRING_get0_data(parsed.get());
    return {octets, octets + ASN1_STRING_length(parsed.get())};
}

Bytes address(const std::string& text, Use use) {
    const auto parts = split(text, '/');
    Bytes octets = addressOctets(parts.at(0));
    if (use == Use::Name && parts.size() == 1)
        return octets;
    const std::size_t size = octets.size();
    Bytes mask(size, 0);
    if (parts.size() > 1 && parts[1].find_first_not_of("0123456789") != std::string::npos) {
        mask = addressOctets(parts[1]);
    } else {
        const std::size_t bits = parts.size() > 1 ? static_cast<std::size_t>(std::stoul(parts[1])) : size * 8;
        for (std::size_t i = 0; i < bits; ++i)
            mask.at(i / 8) = static_cast<std::uint8_t>(mask[i / 8] | (0x80U >> (i % 8)));
    }
    return join({octets, mask});
}

Bytes contentOf(std::string text) {
    return cut(text, "hex:") ? fromHexText(text) : base::toBytes(text);
}

} // namespace

Bytes stringOf(const std::string& type, const std::string& utf8) {
    static const std::map<std::string, std::pair<unsigned, unsigned>> known = {
        {"utf8", {0x0C, 0}},    {"printable", {0x13, 0}}, {"teletex", {0x14, 0}}, {"ia5", {0x16, 0}},
        {"visible", {0x1A, 0}}, {"numeric", {0x12, 0}},   {"bmp", {0x1E, 2}},     {"universal", {0x1C, 4}}};
    const auto found = known.find(type);
    if (found == known.end())
        throw BadCase("no string type: " + type);
    const auto [tag, octets] = found->second;
    return tlv(tag, octets == 0 ? base::toBytes(utf8) : wide(utf8, octets));
}

Bytes distinguishedName(const YAML::Node& node, const std::string& where) {
    if (node.IsMap() && node["der"].IsDefined())
        return fromHexText(scalarOf(node["der"], where));
    std::vector<Bytes> rdns;
    if (node.IsScalar()) {
        for (const std::string& part : split(node.Scalar(), ','))
            rdns.push_back(setOf({attribute(YAML::Node(part), where)}));
        return sequence(rdns);
    }
    for (const YAML::Node& rdn : node) {
        std::vector<Bytes> attributes;
        if (rdn.IsSequence())
            for (const YAML::Node& part : rdn)
                attributes.push_back(attribute(part, where));
        else
            attributes.push_back(attribute(rdn, where));
        rdns.push_back(setOf(attributes));
    }
    return sequence(rdns);
}

Bytes generalName(const YAML::Node& node, Use use, const std::string& where) {
    if (node.IsMap()) {
        Fields fields(node, where);
        const auto name = fields.find("DIR");
        fields.done();
        if (!name)
            throw BadCase(where + ": no general name");
        return explicitTag(4, distinguishedName(*name, where));
    }
    std::string text = scalarOf(node, where);
    static const std::vector<std::pair<std::string, unsigned>> plain = {
        {"email:", 0x81}, {"DNS:", 0x82}, {"URI:", 0x86}, {"x400:", 0xA3}, {"edi:", 0xA5}};
    for (const auto& [prefix, tag] : plain)
        if (cut(text, prefix))
            return tlv(tag, tag >= 0xA0 ? fromHexText(text) : contentOf(text));
    if (cut(text, "IP:"))
        return tlv(0x87, text.starts_with("hex:") ? contentOf(text) : address(text, use));
    if (cut(text, "DIR:"))
        return explicitTag(4, distinguishedName(YAML::Node(text), where));
    if (cut(text, "RID:"))
        return implicitTag(8, oid(text));
    if (cut(text, "tlv:"))
        return fromHexText(text);
    if (cut(text, "other:")) {
        const std::size_t colon = text.find(':');
        return implicitTag(
            0, sequence({oid(text.substr(0, colon)), explicitTag(0, fromHexText(text.substr(colon + 1)))}));
    }
    throw BadCase(where + ": no general name: " + text);
}

Bytes generalNames(const YAML::Node& node, Use use, const std::string& where) {
    std::vector<Bytes> names;
    if (node.IsSequence())
        for (const YAML::Node& name : node)
            names.push_back(generalName(name, use, where));
    else
        names.push_back(generalName(node, use, where));
    return join(names);
}

} // namespace certwright::forge
