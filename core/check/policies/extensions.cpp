// Why: see extensions.h.
#include "core/check/policies/extensions.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/ossl/der.h"

namespace certwright::check::policies {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr std::array<std::uint8_t, 4> anyPolicyOctets{0x55, 0x1D, 0x20, 0x00};
constexpr auto context0Primitive = Tag{0x80};
constexpr auto context1Primitive = Tag{0x81};
// No path is as long as this.
constexpr int manyCertificates = 1 << 20;

// An identifier has at least one octet, ends with the last octet of an arc, and no arc begins with 0x80.
bool isObjectId(ByteView content) {
    if (content.empty() || (content.back() & 0x80U) != 0)
        return false;
    bool start = true;
    for (const std::uint8_t octet : content) {
        if (start && octet == 0x80)
            return false;
        start = (octet & 0x80U) == 0;
    }
    return true;
}

// listOf opens the one SEQUENCE that an extension's value is.
std::optional<ByteView> listOf(ByteView value) {
    DerReader outside(value);
    const auto list = outside.next(Tag::Sequence);
    if (!list || !outside.atEnd())
        return std::nullopt;
    return list->content;
}

std::optional<PolicyId> nextId(DerReader& reader) {
    const auto id = reader.next(Tag::ObjectId);
    if (!id || !isObjectId(id->content))
        return std::nullopt;
    return id->content;
}

// policyQualifiers: SEQUENCE OF SEQUENCE { OBJECT IDENTIFIER, ANY }.
bool soundQualifiers(ByteView content) {
    for (DerReader list(content); !list.atEnd();) {
        const auto qualifier = list.next(Tag::Sequence);
        DerReader parts(qualifier ? qualifier->content : ByteView());
        if (!nextId(parts) || !parts.next() || !parts.atEnd())
            return false;
    }
    return true;
}

// numberOf reads a non-negative INTEGER in its shortest form.
std::optional<int> numberOf(ByteView content) {
    if (content.empty() || (content[0] & 0x80U) != 0)
        return std::nullopt;
    if (content.size() > 1 && content[0] == 0 && (content[1] & 0x80U) == 0)
        return std::nullopt;
    int value = 0;
    for (const std::uint8_t octet : content)
        value = std::min(value * 256 + octet, manyCertificates);
    return value;
}

void appendArc(base::Bytes& out, std::uint64_t arc) {
    base::Bytes reversed{static_cast<std::uint8_t>(arc & 0x7FU)};
    while ((arc >>= 7U) != 0)
        reversed.push_back(static_cast<std::uint8_t>(0x80U | (arc & 0x7FU)));
    out.insert(out.end(), reversed.rbegin(), reversed.rend());
}

} // namespace

PolicyId anyPolicy() {
    return anyPolicyOctets;
}

bool before(PolicyId a, PolicyId b) {
    return std::ranges::lexicographical_compare(a, b);
}

bool same(PolicyId a, PolicyId b) {
    return std::ranges::equal(a, b);
}

std::optional<std::vector<PolicyId>> policiesOf(ByteView value) {
    const auto list = listOf(value);
    if (!list || list->empty())
        return std::nullopt;
    std::vector<PolicyId> policies;
    for (DerReader reader(*list); !reader.atEnd();) {
        const auto information = reader.next(Tag::Sequence);
        DerReader parts(information ? information->content : ByteView());
        const auto id = nextId(parts);
        if (!id)
            return std::nullopt;
        const auto qualifiers = parts.next(Tag::Sequence);
        if (!parts.atEnd() || (qualifiers && !soundQualifiers(qualifiers->content)))
            return std::nullopt;
        policies.push_back(*id);
    }
    return policies;
}

std::optional<std::vector<PolicyMapping>> mappingsOf(ByteView value) {
    const auto list = listOf(value);
    if (!list || list->empty())
        return std::nullopt;
    std::vector<PolicyMapping> mappings;
    for (DerReader reader(*list); !reader.atEnd();) {
        const auto pair = reader.next(Tag::Sequence);
        DerReader parts(pair ? pair->content : ByteView());
        const auto issuer = nextId(parts);
        const auto subject = nextId(parts);
        if (!issuer || !subject || !parts.atEnd())
            return std::nullopt;
        mappings.push_back({*issuer, *subject});
    }
    return mappings;
}

std::optional<PolicyConstraints> policyConstraintsOf(ByteView value) {
    const auto list = listOf(value);
    if (!list)
        return std::nullopt;
    PolicyConstraints constraints;
    DerReader reader(*list);
    if (const auto skip = reader.next(context0Primitive))
        if (!(constraints.requireExplicit = numberOf(skip->content)))
            return std::nullopt;
    if (const auto skip = reader.next(context1Primitive))
        if (!(constraints.inhibitMapping = numberOf(skip->content)))
            return std::nullopt;
    return reader.atEnd() ? std::optional(constraints) : std::nullopt;
}

std::optional<int> inhibitAnyOf(ByteView value) {
    DerReader reader(value);
    const auto skip = reader.next(Tag::Integer);
    return skip && reader.atEnd() ? numberOf(skip->content) : std::nullopt;
}

base::Bytes encodedPolicy(std::string_view dotted) {
    std::vector<std::uint64_t> arcs;
    for (const char* at = dotted.data(); at != dotted.data() + dotted.size();) {
        std::uint64_t arc = 0;
        const char* const end = dotted.data() + dotted.size();
        const auto [next, error] = std::from_chars(at, end, arc);
        if (error != std::errc() || (next != end && (*next != '.' || next + 1 == end)))
            return {};
        arcs.push_back(arc);
        at = next == end ? end : next + 1;
    }
    constexpr std::uint64_t largest = UINT64_MAX - 80;
    if (arcs.size() < 2 || arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39) || arcs[1] > largest)
        return {};
    base::Bytes octets;
    appendArc(octets, arcs[0] * 40 + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i)
        appendArc(octets, arcs[i]);
    return octets;
}

} // namespace certwright::check::policies
