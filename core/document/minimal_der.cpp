// Why: see strict_der.h.
#include "core/document/minimal_der.h"

namespace certwright::document {

namespace {

constexpr int deepest = 16;
constexpr auto booleanTag = ossl::Tag{0x01};
constexpr unsigned constructedBit = 0x20;

bool isStrict(const ossl::DerElement& element, int depth);

bool areStrict(base::ByteView octets, int depth) {
    ossl::DerReader reader(octets);
    while (!reader.atEnd()) {
        const auto element = reader.next();
        if (!element || !isStrict(*element, depth))
            return false;
    }
    return true;
}

bool isStrict(const ossl::DerElement& element, int depth) {
    if (depth > deepest || !hasMinimalLength(element))
        return false;
    const base::ByteView content = element.content;
    if (element.tag == ossl::Tag::Integer)
        return isMinimalInteger(content);
    if (element.tag == booleanTag)
        return content.size() == 1 && (content[0] == 0 || content[0] == 0xFF);
    if (element.tag == ossl::Tag::BitString)
        return !content.empty() && content[0] <= 7;
    const bool constructed = (static_cast<unsigned>(element.tag) & constructedBit) != 0;
    return !constructed || areStrict(content, depth + 1);
}

} // namespace

bool hasMinimalLength(const ossl::DerElement& element) {
    const std::size_t header = element.whole.size() - element.content.size();
    return header == ossl::derHeader(element.tag, element.content.size()).size();
}

bool isMinimalInteger(base::ByteView content) {
    if (content.size() < 2)
        return content.size() == 1;
    const bool spareZero = content[0] == 0 && content[1] < 0x80;
    const bool spareOnes = content[0] == 0xFF && content[1] >= 0x80;
    return !spareZero && !spareOnes;
}

bool isStrictDer(base::ByteView octets) {
    return areStrict(octets, 0);
}

} // namespace certwright::document
