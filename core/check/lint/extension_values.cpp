// Why: the outlines of RFC 5280 section 4.2, octet by octet.
#include "core/check/lint/extension_values.h"

#include <algorithm>
#include <array>

#include "core/check/lint/policy_values.h"
#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr auto booleanTag = Tag{0x01};

// contextTag is [n] as it is encoded when primitive.
constexpr Tag contextTag(unsigned n) {
    return Tag{static_cast<std::uint8_t>(0x80U | n)};
}

// whole returns the content of the only element, which must have this tag.
std::optional<ByteView> whole(ByteView value, Tag tag) {
    DerReader reader(value);
    const auto element = reader.next(tag);
    return element && reader.atEnd() ? std::optional(element->content) : std::nullopt;
}

template <typename Read> bool eachIn(ByteView list, Read read) {
    DerReader reader(list);
    while (!reader.atEnd()) {
        const auto element = reader.next();
        if (!element || !read(*element))
            return false;
    }
    return true;
}

bool readNames(ByteView list, std::vector<GeneralName>& names) {
    return eachIn(list, [&names](const DerElement& element) {
        names.push_back({static_cast<std::uint8_t>(element.tag), element.content});
        return true;
    });
}

bool read(ByteView value, BasicConstraintsPart& out) {
    const auto list = whole(value, Tag::Sequence);
    DerReader reader(list.value_or(ByteView()));
    if (const auto ca = reader.next(booleanTag); ca && ca->content.size() == 1)
        out.ca = ca->content[0];
    if (const auto length = reader.next(Tag::Integer))
        out.pathLength = length->content;
    return list && reader.atEnd();
}

bool read(ByteView value, KeyUsagePart& out) {
    const auto string = whole(value, Tag::BitString);
    if (!string || string->empty() || (*string)[0] > 7)
        return false;
    out.unusedBits = (*string)[0];
    out.octets = string->subspan(1);
    for (unsigned bit = 0; bit < 9 && bit / 8 < out.octets.size(); ++bit)
        if ((out.octets[bit / 8] & (0x80U >> (bit % 8))) != 0)
            out.bits = static_cast<std::uint16_t>(out.bits | (1U << bit));
    return true;
}

bool read(ByteView value, OidsPart& out) {
    const auto list = whole(value, Tag::Sequence);
    return list && eachIn(*list, [&out](const DerElement& element) {
               out.oids.push_back(element.content);
               return element.tag == Tag::ObjectId;
           });
}

bool read(ByteView value, NamesPart& out) {
    const auto list = whole(value, Tag::Sequence);
    return list && readNames(*list, out.names);
}

bool readOctets(ByteView value, Tag tag, OctetsPart& out) {
    const auto octets = whole(value, tag);
    out.octets = octets.value_or(ByteView());
    return octets.has_value();
}

bool read(ByteView value, AuthorityKeyIdPart& out) {
    const auto list = whole(value, Tag::Sequence);
    return list && eachIn(*list, [&out](const DerElement& element) {
               if (element.tag == contextTag(0))
                   out.keyId = element.content;
               else if (element.tag == Tag::Context1)
                   out.issuer = element.content;
               else if (element.tag == contextTag(2))
                   out.serial = element.content;
               else
                   return false;
               return true;
           });
}

bool readSubtree(const DerElement& element, std::vector<Subtree>& out) {
    DerReader reader(element.content);
    const auto base = reader.next();
    if (element.tag != Tag::Sequence || !base)
        return false;
    Subtree subtree{{static_cast<std::uint8_t>(base->tag), base->content}, {}, {}};
    if (const auto minimum = reader.next(contextTag(0)))
        subtree.minimum = minimum->content;
    if (const auto maximum = reader.next(contextTag(1)))
        subtree.maximum = maximum->content;
    out.push_back(subtree);
    return reader.atEnd();
}

bool readSubtrees(DerReader& reader, Tag tag, std::optional<std::vector<Subtree>>& out) {
    const auto list = reader.next(tag);
    if (!list)
        return true;
    out.emplace();
    return eachIn(list->content, [&out](const DerElement& element) { return readSubtree(element, *out); });
}

bool read(ByteView value, NameConstraintsPart& out) {
    const auto list = whole(value, Tag::Sequence);
    DerReader reader(list.value_or(ByteView()));
    return list && readSubtrees(reader, Tag::Context0, out.permitted) &&
           readSubtrees(reader, Tag::Context1, out.excluded) && reader.atEnd();
}

bool readPointName(ByteView choice, DistributionPoint& point) {
    DerReader reader(choice);
    if (const auto names = reader.next(Tag::Context0)) {
        point.fullName = true;
        return readNames(names->content, point.names) && reader.atEnd();
    }
    point.relativeName = reader.next(Tag::Context1).has_value();
    return point.relativeName && reader.atEnd();
}

bool read(ByteView value, PointsPart& out) {
    const auto list = whole(value, Tag::Sequence);
    return list && eachIn(*list, [&out](const DerElement& element) {
               DerReader reader(element.content);
               DistributionPoint point;
               const auto name = reader.next(Tag::Context0);
               const bool named = !name || readPointName(name->content, point);
               point.reasons = reader.next(contextTag(1)).has_value();
               point.issuer = reader.next(Tag{0xA2}).has_value();
               out.points.push_back(std::move(point));
               return element.tag == Tag::Sequence && named && reader.atEnd();
           });
}

bool read(ByteView value, AccessPart& out) {
    const auto list = whole(value, Tag::Sequence);
    return list && eachIn(*list, [&out](const DerElement& element) {
               DerReader reader(element.content);
               const auto method = reader.next(Tag::ObjectId);
               const auto place = method ? reader.next() : std::nullopt;
               if (element.tag != Tag::Sequence || !place || !reader.atEnd())
                   return false;
               // The context-specific tags [0] to [8] are those of a GeneralName.
               const auto tag = static_cast<std::uint8_t>(place->tag);
               out.descriptions.push_back({method->content, {tag, place->content}});
               return (tag & 0xC0U) == 0x80U && (tag & 0x1FU) <= 8;
           });
}

// readTlsFeature: a SEQUENCE OF INTEGER that is not empty (RFC 7633 section 4.1).
bool readTlsFeature(ByteView value) {
    const auto list = whole(value, Tag::Sequence);
    return list && !list->empty() &&
           eachIn(*list, [](const DerElement& element) { return element.tag == Tag::Integer; });
}

// place marks `out` as present unless one was there before, which it tells.
bool place(const document::ExtensionPart& part, Part& out) {
    if (out.present())
        return false;
    out.part = &part;
    return true;
}

template <typename Value> void take(const document::ExtensionPart& part, Value& out) {
    if (place(part, out))
        out.wellFormed = read(part.value, out);
}

// readStandard reads those of id-ce, by the last octet of their identifier.
void readStandard(const document::ExtensionPart& part, Values& values) {
    switch (part.oid[2]) {
    case document::id::subjectDirectoryAttributes[2]:
        place(part, values.directoryAttributes);
        return;
    case document::id::subjectKeyIdentifier[2]:
        if (place(part, values.subjectKeyId))
            values.subjectKeyId.wellFormed = readOctets(part.value, Tag::OctetString, values.subjectKeyId);
        return;
    case document::id::keyUsage[2]:
        return take(part, values.keyUsage);
    case document::id::privateKeyUsagePeriod[2]:
        place(part, values.privateKeyUsagePeriod);
        return;
    case document::id::subjectAltName[2]:
        return take(part, values.subjectAltName);
    case document::id::issuerAltName[2]:
        return take(part, values.issuerAltName);
    case document::id::basicConstraints[2]:
        return take(part, values.basicConstraints);
    case document::id::nameConstraints[2]:
        return take(part, values.nameConstraints);
    case document::id::crlDistributionPoints[2]:
        return take(part, values.distributionPoints);
    case document::id::authorityKeyIdentifier[2]:
        return take(part, values.authorityKeyId);
    case document::id::extendedKeyUsage[2]:
        return take(part, values.extendedKeyUsage);
    case document::id::freshestCrl[2]:
        return take(part, values.freshestCrl);
    default:
        readPolicyExtension(part, values);
    }
}

} // namespace

void readExtension(const document::ExtensionPart& part, Values& values) {
    const std::array<std::uint8_t, 2> standard{0x55, 0x1D};
    if (part.oid.size() == 3 && same(part.oid.first(2), standard))
        readStandard(part, values);
    else if (same(part.oid, document::id::authorityInfoAccess))
        take(part, values.authorityAccess);
    else if (same(part.oid, document::id::subjectInfoAccess))
        take(part, values.subjectAccess);
    else if (same(part.oid, document::id::tlsFeature) && place(part, values.tlsFeature))
        values.tlsFeature.wellFormed = readTlsFeature(part.value);
    else if (same(part.oid, document::id::precertificatePoison))
        place(part, values.poison);
    else if (same(part.oid, document::id::signedTimestamps) && place(part, values.signedTimestamps))
        values.signedTimestamps.wellFormed =
            readOctets(part.value, Tag::OctetString, values.signedTimestamps);
}

} // namespace certwright::check
