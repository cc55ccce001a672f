// Why: RFC 4514 text and OpenSSL's canonical form of names in their usual strict form; the rules are those of
// names.cpp and of X509_NAME_print_ex (test_plain_certificate compares them octet by octet).
#include "core/document/plain_name.h"

#include <algorithm>
#include <array>

#include <openssl/objects.h>

#include "core/base/utf8.h"
#include "core/document/plain_der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

constexpr std::size_t longestName = 65536;
constexpr auto utf8String = Tag{0x0C};
constexpr auto printableString = Tag{0x13};
constexpr auto teletexString = Tag{0x14};
constexpr auto ia5String = Tag{0x16};

// AttributeType is the content of an OBJECT IDENTIFIER with OpenSSL's short name for it.
struct AttributeType {
    int number;
    ByteView octets;
    std::string_view name;
};

const AttributeType* typeOf(ByteView octets) {
    static const auto types = [] {
        constexpr std::array numbers{NID_commonName,
                                     NID_countryName,
                                     NID_organizationName,
                                     NID_organizationalUnitName,
                                     NID_localityName,
                                     NID_stateOrProvinceName,
                                     NID_serialNumber,
                                     NID_pkcs9_emailAddress,
                                     NID_domainComponent,
                                     NID_userId,
                                     NID_streetAddress,
                                     NID_postalCode,
                                     NID_businessCategory,
                                     NID_jurisdictionCountryName,
                                     NID_jurisdictionStateOrProvinceName,
                                     NID_jurisdictionLocalityName,
                                     NID_organizationIdentifier,
                                     NID_title,
                                     NID_surname,
                                     NID_givenName,
                                     NID_initials,
                                     NID_name,
                                     NID_description,
                                     NID_dnQualifier,
                                     NID_pseudonym,
                                     NID_generationQualifier};
        std::array<AttributeType, numbers.size()> made{};
        std::transform(numbers.begin(), numbers.end(), made.begin(), [](int number) {
            const ASN1_OBJECT* object = OBJ_nid2obj(number);
            return AttributeType{number, {OBJ_get0_data(object), OBJ_length(object)}, OBJ_nid2sn(number)};
        });
        return made;
    }();
    const auto* found = std::find_if(types.begin(), types.end(), [&](const AttributeType& type) {
        return std::ranges::equal(type.octets, octets);
    });
    return found != types.end() ? found : nullptr;
}

// Attribute is one AttributeTypeAndValue whose value is UTF-8; `relative` counts the names it stands in.
struct Attribute {
    const AttributeType* type = nullptr;
    std::string_view text;
    std::size_t relative = 0;
};

bool isPlainText(Tag tag, std::string_view text) {
    if (tag == utf8String)
        return base::isUtf8(text);
    const bool ascii =
        std::ranges::all_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
    return ascii && (tag == printableString || tag == ia5String || tag == teletexString);
}

std::optional<Attribute> attributeOf(ByteView content, std::size_t relative) {
    PlainReader reader(content);
    const AttributeType* type = typeOf(reader.take(Tag::ObjectId).content);
    const Tag tag = reader.peek();
    const std::string_view text = base::textOf(reader.take(tag).content);
    if (type == nullptr || !reader.done() || !isPlainText(tag, text))
        return std::nullopt;
    return Attribute{type, text, relative};
}

std::optional<std::vector<Attribute>> attributesOf(ByteView der) {
    PlainReader outer(der);
    PlainReader names(outer.take(Tag::Sequence).content);
    std::vector<Attribute> attributes;
    attributes.reserve(8);
    for (std::size_t relative = 0; names.peek() != Tag::None; ++relative) {
        PlainReader set(names.take(Tag::Set).content);
        do {
            const ByteView content = set.take(Tag::Sequence).content;
            const auto attribute = set.failed() ? std::nullopt : attributeOf(content, relative);
            if (!attribute)
                return std::nullopt;
            attributes.push_back(*attribute);
        } while (set.peek() != Tag::None);
    }
    return outer.done() && names.done() ? std::optional(std::move(attributes)) : std::nullopt;
}

// writeEscaped writes a value as RFC 4514 section 2.4 asks for: special characters behind a backslash,
// control characters as two digits behind one.
void writeEscaped(std::string_view value, std::string& out) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        // OpenSSL takes a single character for the last one, and not for the first.
        const bool first = i == 0 && value.size() > 1 && (c == '#' || c == ' ');
        const bool last = i + 1 == value.size() && c == ' ';
        if (c < 0x20 || c == 0x7F) {
            out += '\\';
            out += digits[c >> 4U];
            out += digits[c & 0x0FU];
            continue;
        }
        if (first || last || std::string_view(",+\"\\<>;").find(value[i]) != std::string_view::npos)
            out += '\\';
        out += value[i];
    }
}

// textOf writes the most specific attribute first.
std::string textOf(const std::vector<Attribute>& attributes) {
    std::string text;
    for (std::size_t i = attributes.size(); i-- > 0;) {
        if (i + 1 < attributes.size())
            text += attributes[i].relative == attributes[i + 1].relative ? '+' : ',';
        text += attributes[i].type->name;
        text += '=';
        writeEscaped(attributes[i].text, text);
    }
    return text;
}

// folded drops outer blanks, joins inner ones and lowers ASCII letters.
base::Bytes folded(std::string_view text) {
    base::Bytes out;
    out.reserve(text.size());
    bool pendingSpace = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            pendingSpace = !out.empty();
            continue;
        }
        if (pendingSpace)
            out.push_back(' ');
        pendingSpace = false;
        out.push_back(static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
    }
    return out;
}

base::Bytes canonicalForm(const std::vector<Attribute>& attributes) {
    base::Bytes form;
    std::vector<base::Bytes> entries;
    for (std::size_t i = 0; i < attributes.size();) {
        entries.clear();
        const std::size_t relative = attributes[i].relative;
        for (; i < attributes.size() && attributes[i].relative == relative; ++i) {
            const base::Bytes type = ossl::derElement(Tag::ObjectId, {attributes[i].type->octets});
            const base::Bytes value = ossl::derElement(utf8String, {folded(attributes[i].text)});
            entries.push_back(ossl::derElement(Tag::Sequence, {type, value}));
        }
        std::sort(entries.begin(), entries.end());
        std::size_t size = 0;
        for (const base::Bytes& entry : entries)
            size += entry.size();
        const base::Bytes header = ossl::derHeader(Tag::Set, size);
        form.insert(form.end(), header.begin(), header.end());
        for (const base::Bytes& entry : entries)
            form.insert(form.end(), entry.begin(), entry.end());
    }
    return form;
}

} // namespace

std::optional<Name> plainName(ByteView der) {
    const auto attributes = der.size() <= longestName ? attributesOf(der) : std::nullopt;
    if (!attributes)
        return std::nullopt;
    Name name;
    name.text = textOf(*attributes);
    for (const Attribute& attribute : *attributes)
        if (attribute.type->number == NID_commonName)
            name.commonName = attribute.text;
    name.der = canonicalForm(*attributes);
    return name;
}

} // namespace certwright::document
