// Why: see pkcs12_parts.h.
#include "core/document/pkcs12_parts.h"

#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr std::size_t mostParts = 10'000;
constexpr auto implicitString = Tag{0x80};

tl::unexpected<Problem> malformed(const char* detail) {
    return faulty(Fault::Pkcs12Content, detail);
}

std::optional<ContentInfo> contentInfoOf(ByteView whole) {
    const auto outer = DerReader(whole).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto type = reader.next(Tag::ObjectId);
    if (!type)
        return std::nullopt;
    const auto content = reader.next(Tag::Context0);
    return ContentInfo{type->whole, content ? content->content : ByteView()};
}

// stringOf takes an OCTET STRING that is [0] IMPLICIT, in one piece or in several.
std::optional<base::Bytes> stringOf(const ossl::DerElement& element) {
    if (element.tag == implicitString)
        return base::Bytes(element.content.begin(), element.content.end());
    if (element.tag != Tag::Context0)
        return std::nullopt;
    base::Bytes octets;
    DerReader pieces(element.content);
    while (!pieces.atEnd()) {
        const auto piece = pieces.next(Tag::OctetString);
        if (!piece)
            return std::nullopt;
        octets.insert(octets.end(), piece->content.begin(), piece->content.end());
    }
    return octets;
}

} // namespace

Checked<Pkcs12Parts> pkcs12Parts(ByteView pfx) {
    const auto outer = DerReader(pfx).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto safe = version ? reader.next(Tag::Sequence) : std::nullopt;
    if (!safe)
        return malformed("malformed PKCS#12");
    if (version->content.size() != 1 || version->content[0] != 3)
        return faulty(Fault::Pkcs12Version, "PKCS#12 of an unknown version");
    Pkcs12Parts parts;
    if (!reader.atEnd()) {
        const auto mac = reader.next(Tag::Sequence);
        if (!mac || !reader.atEnd())
            return faulty(Fault::Pkcs12Mac, "malformed MacData");
        parts.mac = mac->content;
    }
    const auto info = contentInfoOf(safe->whole);
    const int type = info ? objectNumber(info->type) : NID_undef;
    if (type == NID_pkcs7_signed)
        return parts;
    parts.authenticated = info ? dataOf(*info) : std::nullopt;
    if (!parts.authenticated)
        return malformed("PKCS#12 without content");
    return parts;
}

Checked<std::vector<ContentInfo>> contentInfos(ByteView authenticatedSafe) {
    const auto outer = DerReader(authenticatedSafe).next(Tag::Sequence);
    if (!outer)
        return malformed("malformed AuthenticatedSafe");
    std::vector<ContentInfo> infos;
    DerReader reader(outer->content);
    while (!reader.atEnd()) {
        const auto element = reader.next(Tag::Sequence);
        const auto info = element ? contentInfoOf(element->whole) : std::nullopt;
        if (!info || infos.size() == mostParts)
            return malformed("malformed AuthenticatedSafe");
        infos.push_back(*info);
    }
    return infos;
}

Checked<std::vector<SafeBag>> safeBags(ByteView safeContents) {
    const auto outer = DerReader(safeContents).next(Tag::Sequence);
    if (!outer)
        return malformed("malformed SafeContents");
    std::vector<SafeBag> bags;
    DerReader reader(outer->content);
    while (!reader.atEnd()) {
        const auto element = reader.next(Tag::Sequence);
        DerReader inside(element ? element->content : ByteView());
        const auto type = inside.next(Tag::ObjectId);
        const auto value = type ? inside.next(Tag::Context0) : std::nullopt;
        if (!value || bags.size() == mostParts)
            return malformed("malformed SafeBag");
        const auto attributes = inside.next(Tag::Set);
        bags.push_back({type->whole, value->content, attributes ? attributes->content : ByteView()});
    }
    return bags;
}

std::optional<ByteView> dataOf(const ContentInfo& info) {
    if (objectNumber(info.type) != NID_pkcs7_data)
        return std::nullopt;
    const auto octets = DerReader(info.content).next(Tag::OctetString);
    return octets ? std::optional(octets->content) : std::nullopt;
}

std::optional<Protected> encryptedOf(const ContentInfo& info) {
    const auto outer = DerReader(info.content).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto content = version ? reader.next(Tag::Sequence) : std::nullopt;
    DerReader inside(content ? content->content : ByteView());
    const auto type = inside.next(Tag::ObjectId);
    const auto algorithm = type ? inside.next(Tag::Sequence) : std::nullopt;
    const auto octets = algorithm ? inside.next() : std::nullopt;
    auto string = octets ? stringOf(*octets) : std::nullopt;
    return string ? std::optional(Protected{algorithm->whole, std::move(*string)}) : std::nullopt;
}

std::optional<Protected> protectedKey(ByteView encryptedPrivateKeyInfo) {
    const auto outer = DerReader(encryptedPrivateKeyInfo).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto algorithm = reader.next(Tag::Sequence);
    const auto octets = algorithm ? reader.next(Tag::OctetString) : std::nullopt;
    if (!octets)
        return std::nullopt;
    return Protected{algorithm->whole, {octets->content.begin(), octets->content.end()}};
}

} // namespace certwright::document
