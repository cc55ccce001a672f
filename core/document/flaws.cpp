// Why: see flaws.h.
#include "core/document/flaws.h"

#include <algorithm>

#include "core/document/asn1_values.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

// Parts are the three of everything that is signed, and the algorithm that the signed part names.
struct Parts {
    ByteView content;
    ByteView algorithm;
};

std::optional<Parts> partsOf(ByteView der) {
    const auto outer = DerReader(der).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto content = reader.next(Tag::Sequence);
    const auto algorithm = content ? reader.next(Tag::Sequence) : std::nullopt;
    if (!algorithm)
        return std::nullopt;
    return Parts{content->content, algorithm->whole};
}

bool isTime(Tag tag) {
    return tag == Tag::UtcTime || tag == Tag::GeneralizedTime;
}

bool isNumber(const DerElement& integer, int least, int most) {
    return integer.content.size() == 1 && integer.content[0] >= least && integer.content[0] <= most;
}

DamageReason validityFlaw(ByteView validity) {
    DerReader reader(validity);
    const auto from = reader.next();
    const auto until = from ? reader.next() : std::nullopt;
    if (!until || !isTime(from->tag) || !isTime(until->tag))
        return DamageReason::None;
    const auto notBefore = timeOf(from->whole);
    const auto notAfter = timeOf(until->whole);
    if (!notBefore || !notAfter)
        return DamageReason::ImpossibleDate;
    return *notAfter < *notBefore ? DamageReason::EmptyValidity : DamageReason::None;
}

DamageReason certificateFlaw(const Parts& parts) {
    DerReader reader(parts.content);
    if (reader.peek() == Tag::Context0) {
        const auto tagged = reader.next();
        const auto version = tagged ? DerReader(tagged->content).next(Tag::Integer) : std::nullopt;
        if (version && !isNumber(*version, 0, 2))
            return DamageReason::BadVersion;
    }
    const auto serial = reader.next(Tag::Integer);
    const auto algorithm = serial ? reader.next(Tag::Sequence) : std::nullopt;
    if (algorithm && !std::ranges::equal(algorithm->whole, parts.algorithm))
        return DamageReason::AlgorithmsDiffer;
    const auto issuer = algorithm ? reader.next(Tag::Sequence) : std::nullopt;
    const auto validity = issuer ? reader.next(Tag::Sequence) : std::nullopt;
    return validity ? validityFlaw(validity->content) : DamageReason::None;
}

DamageReason crlFlaw(const Parts& parts) {
    DerReader reader(parts.content);
    // Version 1 is written by leaving it out (RFC 5280 section 5.1.2.1).
    const auto version = reader.next(Tag::Integer);
    if (version && !isNumber(*version, 1, 1))
        return DamageReason::BadVersion;
    const auto algorithm = reader.next(Tag::Sequence);
    if (algorithm && !std::ranges::equal(algorithm->whole, parts.algorithm))
        return DamageReason::AlgorithmsDiffer;
    if (!algorithm || !reader.next(Tag::Sequence))
        return DamageReason::None;
    while (isTime(reader.peek())) {
        const auto time = reader.next();
        if (!time)
            return DamageReason::None;
        if (!timeOf(time->whole))
            return DamageReason::ImpossibleDate;
    }
    return DamageReason::None;
}

DamageReason requestFlaw(const Parts& parts) {
    const auto version = DerReader(parts.content).next(Tag::Integer);
    return version && !isNumber(*version, 0, 0) ? DamageReason::BadVersion : DamageReason::None;
}

} // namespace

DamageReason flawOf(Shape shape, ByteView der) {
    const auto parts = partsOf(der);
    if (!parts)
        return DamageReason::None;
    switch (shape) {
    case Shape::Certificate:
        return certificateFlaw(*parts);
    case Shape::Crl:
        return crlFlaw(*parts);
    case Shape::Request:
        return requestFlaw(*parts);
    default:
        return DamageReason::None;
    }
}

std::string_view reasonName(DamageReason reason) {
    switch (reason) {
    case DamageReason::OtherLabel:
        return "label";
    case DamageReason::TrailingOctets:
        return "trailing";
    case DamageReason::ImpossibleDate:
        return "date";
    case DamageReason::EmptyValidity:
        return "validity";
    case DamageReason::BadVersion:
        return "version";
    case DamageReason::AlgorithmsDiffer:
        return "algorithms";
    case DamageReason::None:
        break;
    }
    return "content";
}

} // namespace certwright::document
