// Why: one walk over the outline, so that rules about form need no second parser.
#include "core/document/anatomy.h"

#include <algorithm>
#include <string>

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr auto booleanTag = Tag{0x01};
constexpr auto context3 = Tag{0xA3};

// Unique identifiers are [1] and [2] IMPLICIT BIT STRING: primitive.
constexpr auto issuerIdTag = Tag{0x81};
constexpr auto subjectIdTag = Tag{0x82};

std::optional<CriticalField> criticalField(const DerElement& element) {
    if (element.content.size() != 1)
        return std::nullopt;
    switch (element.content[0]) {
    case 0x00:
        return CriticalField::False;
    case 0xFF:
        return CriticalField::True;
    default:
        return CriticalField::OtherTrue;
    }
}

std::optional<ExtensionPart> extensionOf(ByteView content) {
    DerReader reader(content);
    const auto oid = reader.next(Tag::ObjectId);
    if (!oid)
        return std::nullopt;
    ExtensionPart part{oid->content, CriticalField::Absent, {}};
    if (const auto critical = reader.next(booleanTag)) {
        const auto field = criticalField(*critical);
        if (!field)
            return std::nullopt;
        part.field = *field;
    }
    const auto value = reader.next(Tag::OctetString);
    if (!value || !reader.atEnd())
        return std::nullopt;
    part.value = value->content;
    return part;
}

// take moves the next element to `place`; false if there is none.
bool take(DerReader& reader, Tag tag, ByteView& place) {
    const auto element = reader.next(tag);
    if (element)
        place = element->whole;
    return element.has_value();
}

bool takeVersion(DerReader& reader, CertificateAnatomy& anatomy) {
    const auto tagged = reader.next(Tag::Context0);
    if (!tagged)
        return reader.peek() != Tag::Context0;
    DerReader inside(tagged->content);
    const auto version = inside.next(Tag::Integer);
    if (!version || !inside.atEnd())
        return false;
    anatomy.version = version->content;
    return true;
}

bool takeValidity(DerReader& reader, CertificateAnatomy& anatomy) {
    const auto validity = reader.next(Tag::Sequence);
    DerReader times(validity ? validity->content : ByteView());
    const auto notBefore = times.next();
    const auto notAfter = times.next();
    if (!notBefore || !notAfter || !times.atEnd())
        return false;
    anatomy.notBefore = *notBefore;
    anatomy.notAfter = *notAfter;
    return true;
}

bool takeOptionalParts(DerReader& reader, CertificateAnatomy& anatomy) {
    if (const auto id = reader.next(issuerIdTag))
        anatomy.issuerUniqueId = id->content;
    if (const auto id = reader.next(subjectIdTag))
        anatomy.subjectUniqueId = id->content;
    if (const auto tagged = reader.next(context3)) {
        DerReader inside(tagged->content);
        const auto list = inside.next(Tag::Sequence);
        auto extensions = list && inside.atEnd() ? extensionsOf(list->content) : std::nullopt;
        if (!extensions)
            return false;
        anatomy.hasExtensions = true;
        anatomy.extensions = std::move(*extensions);
    }
    return reader.atEnd();
}

bool takeToBeSigned(ByteView content, CertificateAnatomy& anatomy) {
    DerReader reader(content);
    return takeVersion(reader, anatomy) && take(reader, Tag::Integer, anatomy.serial) &&
           take(reader, Tag::Sequence, anatomy.innerAlgorithm) &&
           take(reader, Tag::Sequence, anatomy.issuer) && takeValidity(reader, anatomy) &&
           take(reader, Tag::Sequence, anatomy.subject) &&
           take(reader, Tag::Sequence, anatomy.publicKeyInfo) && takeOptionalParts(reader, anatomy);
}

} // namespace

const ExtensionPart* CertificateAnatomy::find(ByteView oid) const {
    const auto found = std::ranges::find_if(
        extensions, [oid](const ExtensionPart& part) { return std::ranges::equal(part.oid, oid); });
    return found == extensions.end() ? nullptr : &*found;
}

std::optional<std::vector<ExtensionPart>> extensionsOf(ByteView content) {
    DerReader reader(content);
    std::vector<ExtensionPart> extensions;
    while (!reader.atEnd()) {
        const auto element = reader.next(Tag::Sequence);
        const auto part = element ? extensionOf(element->content) : std::nullopt;
        if (!part)
            return std::nullopt;
        extensions.push_back(*part);
    }
    return extensions;
}

std::optional<CertificateAnatomy> anatomyOf(ByteView certificate) {
    const auto whole = DerReader(certificate).next(Tag::Sequence);
    DerReader parts(whole ? whole->content : ByteView());
    const auto tbs = parts.next(Tag::Sequence);
    CertificateAnatomy anatomy;
    if (!tbs || !takeToBeSigned(tbs->content, anatomy))
        return std::nullopt;
    anatomy.whole = whole->whole;
    anatomy.tbs = tbs->whole;
    const auto signature =
        take(parts, Tag::Sequence, anatomy.outerAlgorithm) ? parts.next(Tag::BitString) : std::nullopt;
    if (!signature || !parts.atEnd())
        return std::nullopt;
    anatomy.signature = *signature;
    return anatomy;
}

std::string dottedOid(ByteView oid) {
    std::string text;
    std::uint64_t arc = 0;
    bool first = true;
    for (std::size_t at = 0; at < oid.size(); ++at) {
        if (arc > (UINT64_MAX >> 7U))
            return {};
        arc = (arc << 7U) | (oid[at] & 0x7FU);
        if ((oid[at] & 0x80U) != 0) {
            if (at + 1 == oid.size())
                return {};
            continue;
        }
        if (first) {
            const std::uint64_t top = std::min<std::uint64_t>(arc / 40, 2);
            text = std::to_string(top) + "." + std::to_string(arc - top * 40);
            first = false;
        } else {
            text += "." + std::to_string(arc);
        }
        arc = 0;
    }
    return text;
}

} // namespace certwright::document
