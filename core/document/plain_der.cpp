// Why: see plain_der.h.
#include "core/document/plain_der.h"

#include <algorithm>

namespace certwright::document {

using base::ByteView;
using ossl::DerElement;
using ossl::Tag;

namespace {

constexpr std::size_t longestOid = 32;

// hasShortestLength holds a definite length of an element that was read to the fewest octets.
bool hasShortestLength(const DerElement& element) {
    const std::size_t size = element.content.size();
    const std::size_t header = element.whole.size() - size;
    if (size < 0x80)
        return header == 2;
    return header == (size < 0x100 ? 3U : size < 0x10000 ? 4U : size < 0x1000000 ? 5U : 6U);
}

// twoDigits reads a number at `at`; -1 if it is none.
int twoDigits(ByteView text, std::size_t at) {
    const unsigned tens = text[at] - unsigned{'0'};
    const unsigned ones = text[at + 1] - unsigned{'0'};
    return tens <= 9 && ones <= 9 ? static_cast<int>(tens * 10 + ones) : -1;
}

} // namespace

DerElement PlainReader::take(Tag tag) {
    const auto element = m_failed ? std::nullopt : m_reader.next(tag);
    m_failed = !element || !hasShortestLength(*element);
    return m_failed ? DerElement{} : *element;
}

std::optional<DerElement> PlainReader::takeIf(Tag tag) {
    if (m_failed || m_reader.peek() != tag)
        return std::nullopt;
    const DerElement element = take(tag);
    return m_failed ? std::nullopt : std::optional(element);
}

bool isPlainOid(ByteView content) {
    if (content.empty() || content.size() > longestOid || (content.back() & 0x80U) != 0)
        return false;
    bool first = true; // of an arc, whose first octet must not be a leading zero
    for (const std::uint8_t octet : content) {
        if (first && octet == 0x80)
            return false;
        first = (octet & 0x80U) == 0;
    }
    return true;
}

std::optional<std::string> oidText(ByteView content) {
    std::string text;
    std::uint64_t arc = 0;
    for (const std::uint8_t octet : content) {
        if (arc >> 57U != 0)
            return std::nullopt;
        arc = (arc << 7U) | (octet & 0x7FU);
        if ((octet & 0x80U) != 0)
            continue;
        if (text.empty()) {
            const std::uint64_t root = std::min<std::uint64_t>(arc / 40, 2);
            text = std::to_string(root);
            arc -= root * 40;
        }
        text += '.' + std::to_string(arc);
        arc = 0;
    }
    return text;
}

bool isPlainInteger(ByteView content) {
    if (content.size() < 2)
        return !content.empty();
    const bool negative = (content[1] & 0x80U) != 0;
    return !(content[0] == 0 && !negative) && !(content[0] == 0xFF && negative);
}

bool isPlainAlgorithm(ByteView content) {
    PlainReader reader(content);
    if (!isPlainOid(reader.take(Tag::ObjectId).content))
        return false;
    if (const auto null = reader.takeIf(Tag::Null))
        return null->content.empty() && reader.done();
    if (const auto curve = reader.takeIf(Tag::ObjectId))
        return isPlainOid(curve->content) && reader.done();
    reader.takeIf(Tag::Sequence);
    return reader.done();
}

std::optional<ByteView> wholeOctets(ByteView bitString) {
    return !bitString.empty() && bitString[0] == 0 ? std::optional(bitString.subspan(1)) : std::nullopt;
}

std::optional<base::Time> plainTime(const DerElement& element) {
    const ByteView text = element.content;
    const bool general = element.tag == Tag::GeneralizedTime;
    const std::size_t from = general ? 4 : 2;
    if ((!general && element.tag != Tag::UtcTime) || text.size() != from + 11 || text.back() != 'Z')
        return std::nullopt;
    int year = twoDigits(text, 0);
    if (general && (year < 0 || twoDigits(text, 2) < 0))
        return std::nullopt;
    year = general ? year * 100 + twoDigits(text, 2) : year + (year < 50 ? 2000 : 1900);
    const int month = twoDigits(text, from);
    const int day = twoDigits(text, from + 2);
    const int hour = twoDigits(text, from + 4);
    const int minute = twoDigits(text, from + 6);
    const int second = twoDigits(text, from + 8);
    if (twoDigits(text, 0) < 0 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    namespace chr = std::chrono;
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                   chr::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return chr::sys_days{date} + chr::hours{hour} + chr::minutes{minute} + chr::seconds{second};
}

} // namespace certwright::document
