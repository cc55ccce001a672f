// Why: see distribution_point.h.
#include "core/check/revocation/distribution_point.h"

#include <algorithm>

#include "core/document/names.h"
#include "core/ossl/der.h"

namespace certwright::check {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr std::size_t mostNames = 64; // nobody needs that many
constexpr auto directoryTag = Tag{0xA4};
constexpr auto uriTag = Tag{0x86};

// context is the implicit tag [number] of a primitive type.
constexpr Tag context(unsigned number) {
    return Tag{static_cast<std::uint8_t>(0x80U | number)};
}

base::Bytes copyOf(ByteView octets) {
    return {octets.begin(), octets.end()};
}

std::optional<std::vector<base::Bytes>> generalNamesOf(ByteView content) {
    std::vector<base::Bytes> names;
    for (DerReader reader(content); !reader.atEnd();) {
        const auto name = reader.next();
        if (!name || names.size() == mostNames)
            return std::nullopt;
        names.push_back(copyOf(name->whole));
    }
    return names.empty() ? std::nullopt : std::optional(names);
}

// pointNameOf reads the content of the explicit tag around a DistributionPointName.
std::optional<PointName> pointNameOf(ByteView content) {
    DerReader reader(content);
    const auto choice = reader.next();
    if (!choice || !reader.atEnd())
        return std::nullopt;
    if (choice->tag == Tag::Context0) {
        auto names = generalNamesOf(choice->content);
        return names ? std::optional(PointName{std::move(*names), std::nullopt}) : std::nullopt;
    }
    if (choice->tag != Tag::Context1 || choice->content.empty())
        return std::nullopt;
    return PointName{{}, copyOf(choice->content)};
}

// reasonsOf reads the content of a ReasonFlags BIT STRING.
std::optional<ReasonMask> reasonsOf(ByteView content) {
    if (content.empty() || content[0] > 7 || content.size() > 3 || (content.size() == 1 && content[0] != 0))
        return std::nullopt;
    unsigned mask = 0;
    for (unsigned bit = 0; bit < (content.size() - 1) * 8; ++bit)
        if ((content[1 + bit / 8] & (0x80U >> (bit % 8))) != 0)
            mask |= 1U << bit;
    return static_cast<ReasonMask>(mask & allReasons);
}

std::optional<CertificatePoint> certificatePointOf(ByteView content) {
    CertificatePoint point;
    DerReader reader(content);
    if (const auto name = reader.next(Tag::Context0)) {
        point.name = pointNameOf(name->content);
        if (!point.name)
            return std::nullopt;
    }
    if (const auto reasons = reader.next(context(1))) {
        const auto mask = reasonsOf(reasons->content);
        if (!mask)
            return std::nullopt;
        point.reasons = *mask;
    }
    if (const auto issuers = reader.next(Tag{0xA2})) {
        auto names = generalNamesOf(issuers->content);
        if (!names)
            return std::nullopt;
        point.crlIssuers = std::move(*names);
    }
    return reader.atEnd() ? std::optional(point) : std::nullopt;
}

// takeFlag reads a BOOLEAN DEFAULT FALSE; false if it is malformed.
bool takeFlag(DerReader& reader, unsigned number, bool& flag, bool& strict) {
    const auto element = reader.next(context(number));
    if (!element)
        return true;
    if (element->content.size() != 1)
        return false;
    flag = element->content[0] != 0;
    strict = strict && element->content[0] == 0xFF;
    return true;
}

} // namespace

bool PointName::onlyUris() const {
    return !full.empty() &&
           std::ranges::all_of(full, [](const base::Bytes& name) { return Tag{name.front()} == uriTag; });
}

std::optional<std::vector<CertificatePoint>> certificatePointsOf(ByteView value) {
    DerReader outer(value);
    const auto list = outer.next(Tag::Sequence);
    if (!list || !outer.atEnd() || list->content.empty())
        return std::nullopt;
    std::vector<CertificatePoint> points;
    for (DerReader reader(list->content); !reader.atEnd();) {
        const auto element = reader.next(Tag::Sequence);
        auto point =
            element && points.size() < mostNames ? certificatePointOf(element->content) : std::nullopt;
        if (!point)
            return std::nullopt;
        points.push_back(std::move(*point));
    }
    return points;
}

std::optional<IssuingPoint> issuingPointOf(ByteView value) {
    DerReader outer(value);
    const auto list = outer.next(Tag::Sequence);
    if (!list || !outer.atEnd())
        return std::nullopt;
    IssuingPoint point;
    point.empty = list->content.empty();
    DerReader reader(list->content);
    if (const auto name = reader.next(Tag::Context0)) {
        point.name = pointNameOf(name->content);
        if (!point.name)
            return std::nullopt;
    }
    if (!takeFlag(reader, 1, point.onlyUser, point.strict) ||
        !takeFlag(reader, 2, point.onlyCa, point.strict))
        return std::nullopt;
    if (const auto reasons = reader.next(context(3))) {
        point.reasons = reasonsOf(reasons->content);
        if (!point.reasons)
            return std::nullopt;
    }
    if (!takeFlag(reader, 4, point.indirect, point.strict) ||
        !takeFlag(reader, 5, point.onlyAttribute, point.strict) || !reader.atEnd())
        return std::nullopt;
    return point;
}

base::Bytes directoryNameOf(ByteView name) {
    return ossl::derElement(directoryTag, {name});
}

bool holdsName(const std::vector<base::Bytes>& names, const document::Name& name) {
    return std::ranges::any_of(names, [&](const base::Bytes& general) {
        const auto element = DerReader(general).next(directoryTag);
        const auto found = element ? document::nameOf(element->content)
                                   : document::Reading<document::Name>(document::unreadable({}));
        return found && *found == name;
    });
}

std::vector<base::Bytes> comparable(const PointName& name, const std::vector<base::Bytes>& issuers) {
    std::vector<base::Bytes> names;
    const auto addDirectory = [&names](ByteView der) {
        if (const auto read = document::nameOf(der))
            names.push_back(directoryNameOf(read->der));
    };
    for (const base::Bytes& general : name.full) {
        if (const auto element = DerReader(general).next(directoryTag))
            addDirectory(element->content);
        else
            names.push_back(general);
    }
    if (!name.relative)
        return names;
    const base::Bytes last = ossl::derElement(Tag::Set, {*name.relative});
    for (const base::Bytes& issuer : issuers)
        if (const auto sequence = DerReader(issuer).next(Tag::Sequence))
            addDirectory(ossl::derElement(Tag::Sequence, {sequence->content, last}));
    return names;
}

bool meet(const std::vector<base::Bytes>& one, const std::vector<base::Bytes>& other) {
    return std::ranges::any_of(
        one, [&](const base::Bytes& name) { return std::ranges::find(other, name) != other.end(); });
}

} // namespace certwright::check
