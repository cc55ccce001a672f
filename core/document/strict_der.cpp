// Why: see strict_der.h.
#include "core/document/strict_der.h"

#include <algorithm>
#include <chrono>

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::Tag;

// twoDigits returns the number that two digits write, or 100.
unsigned twoDigits(const std::uint8_t* at) {
    const unsigned tens = at[0] - unsigned{'0'};
    const unsigned ones = at[1] - unsigned{'0'};
    return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

// behindYear reads MMDDHHMMSSZ.
std::optional<base::Time> behindYear(int year, const std::uint8_t* at) {
    namespace chr = std::chrono;
    const chr::year_month_day day{chr::year{year}, chr::month{twoDigits(at)}, chr::day{twoDigits(at + 2)}};
    const unsigned hour = twoDigits(at + 4);
    const unsigned minute = twoDigits(at + 6);
    const unsigned second = twoDigits(at + 8);
    if (!day.ok() || hour > 23 || minute > 59 || second > 59 || at[10] != 'Z')
        return std::nullopt;
    return chr::sys_days{day} + chr::hours{hour} + chr::minutes{minute} + chr::seconds{second};
}

} // namespace

HeaderState strictHeader(ByteView octets, DerHeader& header) {
    if (octets.empty())
        return HeaderState::Incomplete;
    if ((octets[0] & 0x1FU) == 0x1FU)
        return HeaderState::Malformed;
    header.tag = Tag{octets[0]};
    if (octets.size() < 2)
        return HeaderState::Incomplete;
    header.size = 2;
    header.length = octets[1];
    if (octets[1] < 0x80)
        return HeaderState::Complete;
    const std::size_t count = octets[1] & 0x7FU;
    if (count == 0 || count > 4)
        return HeaderState::Malformed;
    if (octets.size() < 2 + count)
        return HeaderState::Incomplete;
    header.length = 0;
    for (std::size_t i = 0; i < count; ++i)
        header.length = (header.length << 8U) | octets[2 + i];
    header.size += count;
    const bool shortest = octets[2] != 0 && (count > 1 || octets[2] >= 0x80);
    return shortest ? HeaderState::Complete : HeaderState::Malformed;
}

std::optional<DerElement> strictNext(ByteView& rest) {
    DerHeader header;
    if (strictHeader(rest, header) != HeaderState::Complete || header.length > rest.size() - header.size)
        return std::nullopt;
    const auto length = static_cast<std::size_t>(header.length);
    const DerElement element{header.tag, rest.first(header.size + length), rest.subspan(header.size, length)};
    rest = rest.subspan(header.size + length);
    return element;
}

std::optional<DerElement> strictNext(ByteView& rest, Tag tag) {
    return !rest.empty() && Tag{rest[0]} == tag ? strictNext(rest) : std::nullopt;
}

bool isStrictInteger(ByteView content) {
    if (content.size() < 2)
        return !content.empty();
    const bool negative = (content[1] & 0x80U) != 0;
    return !(content[0] == 0x00 && !negative) && !(content[0] == 0xFF && negative);
}

bool isStrictObjectId(ByteView content) {
    bool arcBegins = true;
    for (const std::uint8_t octet : content) {
        if (arcBegins && octet == 0x80)
            return false;
        arcBegins = (octet & 0x80U) == 0;
    }
    return !content.empty() && arcBegins;
}

std::optional<StrictTime> strictTime(const DerElement& element) {
    const std::uint8_t* at = element.content.data();
    StrictTime result;
    std::optional<base::Time> time;
    if (element.tag == Tag::UtcTime && element.content.size() == 13) {
        const unsigned year = twoDigits(at);
        if (year < 100) // 50 to 99 are of the last century
            time = behindYear(static_cast<int>(year) + (year >= 50 ? 1900 : 2000), at + 2);
    } else if (element.tag == Tag::GeneralizedTime && element.content.size() == 15) {
        const unsigned century = twoDigits(at);
        const unsigned year = twoDigits(at + 2);
        if (century < 100 && year < 100) {
            time = behindYear(static_cast<int>(century * 100 + year), at + 4);
            result.wrongForm = century * 100 + year < 2050;
        }
    }
    if (!time)
        return std::nullopt;
    result.time = *time;
    return result;
}

std::optional<StrictExtension> strictExtension(ByteView& rest) {
    constexpr auto boolean = Tag{0x01};
    const auto whole = strictNext(rest, Tag::Sequence);
    if (!whole)
        return std::nullopt;
    ByteView fields = whole->content;
    StrictExtension extension;
    const auto id = strictNext(fields, Tag::ObjectId);
    if (!id || !isStrictObjectId(id->content))
        return std::nullopt;
    extension.id = id->content;
    if (!fields.empty() && Tag{fields[0]} == boolean) {
        const auto critical = strictNext(fields, boolean);
        if (!critical || critical->content.size() != 1 ||
            (critical->content[0] != 0x00 && critical->content[0] != 0xFF))
            return std::nullopt;
        extension.critical = critical->content[0] != 0;
        extension.explicitDefault = !extension.critical;
    }
    const auto value = strictNext(fields, Tag::OctetString);
    if (!value || !fields.empty())
        return std::nullopt;
    extension.value = value->content;
    return extension;
}

} // namespace certwright::document
