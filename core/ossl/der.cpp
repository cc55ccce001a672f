// Why: the reading and writing of tags and lengths (X.690 section 8.1).
#include "core/ossl/der.h"

#include <bit>

namespace certwright::ossl {

std::optional<DerElement> DerReader::next() {
    if (m_rest.size() < 2 || (m_rest[0] & 0x1FU) == 0x1FU)
        return std::nullopt;
    std::size_t header = 2;
    std::size_t length = m_rest[1];
    if (length >= 0x80) {
        const std::size_t octets = length & 0x7FU;
        if (octets == 0 || octets > 4 || m_rest.size() < 2 + octets)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < octets; ++i)
            length = (length << 8U) | m_rest[2 + i];
        header += octets;
    }
    if (m_rest.size() - header < length)
        return std::nullopt;
    const DerElement element{Tag{m_rest[0]}, m_rest.first(header + length), m_rest.subspan(header, length)};
    m_rest = m_rest.subspan(header + length);
    return element;
}

std::optional<DerElement> DerReader::next(Tag tag) {
    return peek() == tag ? next() : std::nullopt;
}

base::Bytes derHeader(Tag tag, std::size_t contentSize) {
    base::Bytes header{static_cast<std::uint8_t>(tag)};
    if (contentSize < 0x80) {
        header.push_back(static_cast<std::uint8_t>(contentSize));
        return header;
    }
    const unsigned octets = (static_cast<unsigned>(std::bit_width(contentSize)) + 7U) / 8U;
    header.push_back(static_cast<std::uint8_t>(0x80U | octets));
    for (unsigned i = octets; i > 0; --i)
        header.push_back(static_cast<std::uint8_t>(contentSize >> (8U * (i - 1U))));
    return header;
}

base::Bytes derElement(Tag tag, std::initializer_list<base::ByteView> parts) {
    std::size_t size = 0;
    for (const base::ByteView part : parts)
        size += part.size();
    base::Bytes element = derHeader(tag, size);
    element.reserve(element.size() + size);
    for (const base::ByteView part : parts)
        element.insert(element.end(), part.begin(), part.end());
    return element;
}

int derIntegerBits(base::ByteView content) {
    if (content.empty() || (content[0] & 0x80U) != 0)
        return 0;
    while (!content.empty() && content[0] == 0)
        content = content.subspan(1);
    if (content.empty())
        return 0;
    return static_cast<int>((content.size() - 1) * 8) + std::bit_width(content[0]);
}

} // namespace certwright::ossl
