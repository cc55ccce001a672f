// Why: see encode.h.
#include "tests/support/forge/encode.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/ossl/der.h"
#include "tests/support/forge/fields.h"

namespace certwright::forge {

namespace {

std::size_t headerSize(const Bytes& element) {
    const unsigned first = element.at(1);
    return first < 0x80U ? 2 : 2 + (first & 0x7FU);
}

void appendArc(Bytes& out, std::uint64_t arc) {
    Bytes reversed{static_cast<std::uint8_t>(arc & 0x7FU)};
    while ((arc >>= 7U) != 0)
        reversed.push_back(static_cast<std::uint8_t>(0x80U | (arc & 0x7FU)));
    out.insert(out.end(), reversed.rbegin(), reversed.rend());
}

} // namespace

Bytes tlv(unsigned tag, const Bytes& content) {
    return ossl::derElement(ossl::Tag{static_cast<std::uint8_t>(tag)}, {content});
}

Bytes join(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes sequence(const std::vector<Bytes>& parts) {
    return tlv(0x30, join(parts));
}

Bytes setOf(const std::vector<Bytes>& parts) {
    return tlv(0x31, join(parts));
}

Bytes explicitTag(unsigned n, const Bytes& element) {
    return tlv(0xA0U | n, element);
}

Bytes implicitTag(unsigned n, const Bytes& element) {
    Bytes tagged = element;
    tagged.at(0) = static_cast<std::uint8_t>(0x80U | (element.at(0) & 0x20U) | n);
    return tagged;
}

Bytes integer(long long value) {
    Bytes content;
    for (int shift = 56; shift >= 0; shift -= 8)
        content.push_back(static_cast<std::uint8_t>(static_cast<unsigned long long>(value) >> shift));
    while (content.size() > 1 &&
           ((content[0] == 0 && content[1] < 0x80) || (content[0] == 0xFF && content[1] >= 0x80)))
        content.erase(content.begin());
    return integerOf(content);
}

Bytes integerOf(const Bytes& content) {
    return tlv(0x02, content);
}

Bytes positiveInteger(Bytes magnitude) {
    while (magnitude.size() > 1 && magnitude[0] == 0)
        magnitude.erase(magnitude.begin());
    if (magnitude.empty() || magnitude[0] >= 0x80)
        magnitude.insert(magnitude.begin(), 0);
    return integerOf(magnitude);
}

Bytes oid(std::string_view dotted) {
    std::vector<std::uint64_t> arcs;
    const char* at = dotted.data();
    const char* const end = at + dotted.size();
    while (at < end) {
        std::uint64_t arc = 0;
        const auto read = std::from_chars(at, end, arc);
        if (read.ec != std::errc{} || (read.ptr != end && *read.ptr != '.'))
            throw BadCase("no object identifier: " + std::string(dotted));
        arcs.push_back(arc);
        at = read.ptr + 1;
    }
    if (arcs.size() < 2)
        throw BadCase("no object identifier: " + std::string(dotted));
    Bytes content;
    appendArc(content, arcs[0] * 40 + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i)
        appendArc(content, arcs[i]);
    return tlv(0x06, content);
}

Bytes boolean(unsigned octet) {
    return {0x01, 0x01, static_cast<std::uint8_t>(octet)};
}

Bytes null() {
    return {0x05, 0x00};
}

Bytes octetString(const Bytes& content) {
    return tlv(0x04, content);
}

Bytes bitString(const Bytes& content, unsigned unusedBits) {
    return tlv(0x03, join({{static_cast<std::uint8_t>(unusedBits)}, content}));
}

Bytes namedBits(const std::vector<unsigned>& bits) {
    if (bits.empty())
        return bitString({});
    const unsigned last = *std::max_element(bits.begin(), bits.end());
    Bytes content(last / 8 + 1, 0);
    for (const unsigned bit : bits)
        content[bit / 8] = static_cast<std::uint8_t>(content[bit / 8] | (0x80U >> (bit % 8)));
    return bitString(content, 7 - last % 8);
}

Bytes longerLength(const Bytes& element) {
    const std::size_t header = headerSize(element);
    Bytes out{element.at(0)};
    if (header == 2) {
        out.insert(out.end(), {0x81, element[1]});
    } else {
        out.push_back(static_cast<std::uint8_t>(element[1] + 1U));
        out.push_back(0);
        out.insert(out.end(), element.begin() + 2, element.begin() + static_cast<std::ptrdiff_t>(header));
    }
    out.insert(out.end(), element.begin() + static_cast<std::ptrdiff_t>(header), element.end());
    return out;
}

Bytes fromHexText(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != ':' && c != '\n')
            digits += c;
    const auto octets = base::fromHex(digits);
    if (!octets)
        throw BadCase("no hexadecimal octets: " + std::string(text));
    return *octets;
}

} // namespace certwright::forge
