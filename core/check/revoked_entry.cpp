// Why: reads the few octets of a CRL that concern one certificate, without building an object per entry.
#include "core/check/revoked_entry.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/document/crl_entries.h"
#include "core/ossl/der.h"

namespace certwright::check {

namespace {

using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

// An INTEGER without redundant leading zeros, so that a sloppy encoder's serial still compares equal.
base::ByteView shortest(base::ByteView integer) {
    while (integer.size() > 1 && integer[0] == 0 && (integer[1] & 0x80U) == 0)
        integer = integer.subspan(1);
    return integer;
}

// contentOf steps into the signed part: SEQUENCE { SEQUENCE { … } … }.
std::optional<base::ByteView> signedPart(base::ByteView der) {
    const auto whole = DerReader(der).next(Tag::Sequence);
    if (!whole)
        return std::nullopt;
    const auto part = DerReader(whole->content).next(Tag::Sequence);
    return part ? std::optional(part->content) : std::nullopt;
}

std::optional<base::ByteView> serialWithin(base::ByteView certificate) {
    const auto part = signedPart(certificate);
    if (!part)
        return std::nullopt;
    DerReader reader(*part);
    if (reader.peek() == Tag::Context0)
        reader.next();
    const auto serial = reader.next(Tag::Integer);
    return serial ? std::optional(shortest(serial->content)) : std::nullopt;
}

bool isTime(Tag tag) {
    return tag == Tag::UtcTime || tag == Tag::GeneralizedTime;
}

// entriesOf returns the content of revokedCertificates (RFC 5280 section 5.1): version, algorithm, issuer,
// thisUpdate and nextUpdate stand before it. Empty if there is none.
base::ByteView entriesOf(base::ByteView crl) {
    const auto part = signedPart(crl);
    if (!part)
        return {};
    DerReader reader(*part);
    if (reader.peek() == Tag::Integer)
        reader.next();
    reader.next(Tag::Sequence);
    reader.next(Tag::Sequence);
    while (isTime(reader.peek()))
        if (!reader.next())
            return {};
    const auto entries = reader.next(Tag::Sequence);
    return entries ? entries->content : base::ByteView{};
}

base::Time timeOf(const DerElement& element) {
    std::string text(base::textOf(element.content));
    if (element.tag == Tag::UtcTime) // RFC 5280 section 4.1.2.5.1: 50 to 99 are of the last century
        text.insert(0, text.substr(0, 2) >= "50" ? "19" : "20");
    if (text.size() < 14)
        return {};
    const auto field = [&text](std::size_t at) { return text.substr(at, 2); };
    const auto time = base::parseTime(text.substr(0, 4) + "-" + field(4) + "-" + field(6) + " " + field(8) +
                                      ":" + field(10) + ":" + field(12));
    return time.value_or(base::Time{});
}

std::string reasonName(std::uint8_t number) {
    static constexpr std::array<std::string_view, 11> names{
        "unspecified",   "keyCompromise",        "cACompromise",    "affiliationChanged",
        "superseded",    "cessationOfOperation", "certificateHold", "",
        "removeFromCRL", "privilegeWithdrawn",   "aACompromise"};
    return number < names.size() ? std::string(names.at(number)) : std::string();
}

// reasonOf reads the reasonCode extension (2.5.29.21): an ENUMERATED within the OCTET STRING.
std::string reasonOf(base::ByteView extensions) {
    static constexpr std::array<std::uint8_t, 3> reasonCode{0x55, 0x1D, 0x15};
    DerReader reader(extensions);
    while (const auto extension = reader.next(Tag::Sequence)) {
        DerReader parts(extension->content);
        const auto id = parts.next(Tag::ObjectId);
        if (!id || !std::ranges::equal(id->content, reasonCode))
            continue;
        while (const auto part = parts.next())
            if (part->tag == Tag::OctetString && part->content.size() == 3)
                return reasonName(part->content[2]);
    }
    return {};
}

} // namespace

std::optional<RevokedEntry> findRevoked(base::ByteView crl, base::ByteView certificate) {
    const auto wanted = serialWithin(certificate);
    if (!wanted)
        return std::nullopt;
    DerReader entries(entriesOf(crl));
    while (const auto entry = entries.next(Tag::Sequence)) {
        DerReader parts(entry->content);
        const auto serial = parts.next(Tag::Integer);
        if (!serial || !std::ranges::equal(shortest(serial->content), *wanted))
            continue;
        const auto time = parts.next();
        const auto extensions = parts.next(Tag::Sequence);
        RevokedEntry found{time ? timeOf(*time) : base::Time{}, {}};
        if (extensions)
            found.reason = reasonOf(extensions->content);
        if (found.reason != "removeFromCRL")
            return found;
    }
    return std::nullopt;
}

std::optional<base::Bytes> serialOf(base::ByteView certificate) {
    const auto serial = serialWithin(certificate);
    return serial ? std::optional(base::Bytes(serial->begin(), serial->end())) : std::nullopt;
}

RevokedAnswer lookUpRevoked(const document::Crl& crl, base::ByteView certificate) {
    constexpr int removeFromCrl = 8;
    const auto serial = serialWithin(certificate);
    const auto entries = serial ? document::entriesFor(crl, *serial) : std::nullopt;
    if (!entries)
        return {};
    for (const document::CrlEntry& entry : *entries)
        if (entry.reason != removeFromCrl)
            return {RevokedState::Listed,
                    {entry.revokedAt,
                     entry.reason ? reasonName(static_cast<std::uint8_t>(*entry.reason)) : std::string()}};
    return {RevokedState::NotListed, {}};
}

} // namespace certwright::check
