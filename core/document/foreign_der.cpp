// Why: objects of X.509's neighbourhood that are none of ours, by their shapes.
#include "core/document/foreign.h"

#include <algorithm>
#include <array>

#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr Tag enumerated{0x0A};

// 1.2.840.113549.1.7, below which the content types of PKCS#7 are, and 1.2.840.113549.1.9.16.1.23.
constexpr std::array<std::uint8_t, 8> pkcs7Arc{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07};
constexpr std::array<std::uint8_t, 11> authEnveloped{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D,
                                                     0x01, 0x09, 0x10, 0x01, 0x17};
// 2.16.840.1.113730.2.5
constexpr std::array<std::uint8_t, 9> certificateSequence{0x60, 0x86, 0x48, 0x01, 0x86,
                                                          0xF8, 0x42, 0x02, 0x05};

// Of pkcs7's types, enveloped (3), signed and enveloped (4) and encrypted (6) are.
bool isEncryptedType(ByteView type) {
    if (std::ranges::equal(type, authEnveloped))
        return true;
    if (type.size() != pkcs7Arc.size() + 1 || !std::ranges::equal(type.first(pkcs7Arc.size()), pkcs7Arc))
        return false;
    const std::uint8_t last = type.back();
    return last == 3 || last == 4 || last == 6;
}

// tagsOf returns up to N tags at the front of a content.
template <std::size_t N> std::array<Tag, N> tagsOf(ByteView content) {
    std::array<Tag, N> tags{};
    DerReader reader(content);
    for (Tag& tag : tags) {
        const auto next = reader.next();
        if (!next)
            break;
        tag = next->tag;
    }
    return tags;
}

// isAttributeCertificate: version 2 and holder, issuer in its form [0], algorithm, serial, validity (RFC
// 5755).
bool isAttributeCertificate(ByteView content) {
    const auto tags = tagsOf<6>(content);
    return tags ==
           std::array{Tag::Integer, Tag::Sequence, Tag::Context0, Tag::Sequence, Tag::Integer, Tag::Sequence};
}

// isOcspRequest: requests, each beginning with a CertID of algorithm, two digests and a number (RFC 6960).
bool isOcspRequest(ByteView content) {
    DerReader reader(content);
    while (reader.peek() == Tag::Context0 || reader.peek() == Tag::Context1)
        if (!reader.next())
            return false;
    const auto requests = reader.next(Tag::Sequence);
    const auto request = requests ? DerReader(requests->content).next(Tag::Sequence) : std::nullopt;
    const auto id = request ? DerReader(request->content).next(Tag::Sequence) : std::nullopt;
    return id && tagsOf<4>(id->content) ==
                     std::array{Tag::Sequence, Tag::OctetString, Tag::OctetString, Tag::Integer};
}

// isAlgorithm: an identifier at the front.
bool isAlgorithm(const DerElement& element) {
    return element.tag == Tag::Sequence && DerReader(element.content).peek() == Tag::ObjectId;
}

std::optional<ForeignFormat> fromSequence(const DerElement& first, DerReader rest) {
    const auto second = rest.next();
    if (second && second->tag == Tag::BitString && isAlgorithm(first) && rest.atEnd())
        return ForeignFormat::PublicKey;
    if (second && second->tag == Tag::Sequence && isAttributeCertificate(first.content))
        return ForeignFormat::AttributeCertificate;
    const bool status = DerReader(first.content).peek() == Tag::Integer;
    if (second && isAlgorithm(*second) && status && rest.atEnd())
        return ForeignFormat::TimestampResponse;
    const bool alone = !second || second->tag == Tag::Context0;
    return alone && isOcspRequest(first.content) ? std::optional(ForeignFormat::OcspRequest) : std::nullopt;
}

// isTimestampRequest: version 1 and the digest of something (RFC 3161).
bool isTimestampRequest(const DerElement& version, DerReader rest) {
    const auto imprint = rest.next(Tag::Sequence);
    if (!imprint || version.content.size() != 1 || version.content[0] != 1)
        return false;
    DerReader inside(imprint->content);
    const auto algorithm = inside.next();
    return algorithm && isAlgorithm(*algorithm) && inside.next(Tag::OctetString) && inside.atEnd();
}

std::optional<ForeignFormat> formatOf(ByteView content) {
    DerReader reader(content);
    const auto first = reader.next();
    if (!first)
        return std::nullopt;
    const bool status = first->content.size() == 1 && first->content[0] <= 6;
    if (first->tag == enumerated && status && (reader.atEnd() || reader.peek() == Tag::Context0))
        return ForeignFormat::OcspResponse;
    if (first->tag == Tag::ObjectId && isEncryptedType(first->content))
        return ForeignFormat::EncryptedCms;
    if (first->tag == Tag::ObjectId && std::ranges::equal(first->content, certificateSequence))
        return ForeignFormat::CertificateSequence;
    if (first->tag == Tag::Integer && isTimestampRequest(*first, reader))
        return ForeignFormat::TimestampRequest;
    const bool pair = first->tag == Tag::Context0 && reader.peek() == Tag::Context1 &&
                      DerReader(first->content).peek() == Tag::Sequence;
    if (pair)
        return ForeignFormat::CertificatePair;
    return first->tag == Tag::Sequence ? fromSequence(*first, reader) : std::nullopt;
}

} // namespace

std::optional<ForeignFile> foreignDer(ByteView der) {
    // Streaming writers give CMS an indefinite length: 30 80 06 …
    const bool indefinite = der.size() > 2 && der[0] == 0x30 && der[1] == 0x80;
    if (indefinite) {
        const auto type = DerReader(der.subspan(2)).next(Tag::ObjectId);
        return type && isEncryptedType(type->content)
                   ? std::optional(ForeignFile{ForeignFormat::EncryptedCms})
                   : std::nullopt;
    }
    const auto outer = DerReader(der).next(Tag::Sequence);
    const auto format = outer ? formatOf(outer->content) : std::nullopt;
    if (!format)
        return std::nullopt;
    return ForeignFile{*format, 0, format == ForeignFormat::PublicKey ? KeyPart::Public : KeyPart::None};
}

} // namespace certwright::document
