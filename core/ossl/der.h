// Why: to tell what a file is, and to count a million CRL entries, one reads tags and lengths; building every
// object for that would cost memory and would leave copies of keys behind.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "core/base/bytes.h"

namespace certwright::ossl {

// Tag octets of X.690 that certificates, keys and CRLs are made of. ContextN is [N], constructed.
enum class Tag : std::uint8_t {
    None = 0x00,
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Null = 0x05,
    ObjectId = 0x06,
    UtcTime = 0x17,
    GeneralizedTime = 0x18,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xA0,
    Context1 = 0xA1,
};

// DerElement is one tag-length-value: `whole` with its header, `content` without. Both look at the reader's
// octets.
struct DerElement {
    Tag tag = Tag::None;
    base::ByteView whole;
    base::ByteView content;
};

// DerReader walks the elements of one level. Lengths must be definite and fit; tags must be of one octet.
class DerReader {
  public:
    explicit DerReader(base::ByteView octets)
        : m_rest(octets) {}

    bool atEnd() const { return m_rest.empty(); }
    base::ByteView rest() const { return m_rest; }
    // peek returns the next tag, None at the end.
    Tag peek() const { return m_rest.empty() ? Tag::None : Tag{m_rest[0]}; }
    // next takes the next element; nothing (and no step) if it is malformed or runs past the end.
    std::optional<DerElement> next();
    // next with a tag takes the next element only if it has that tag.
    std::optional<DerElement> next(Tag tag);

  private:
    base::ByteView m_rest;
};

// derHeader returns the tag and length octets of an element with `contentSize` octets of content.
base::Bytes derHeader(Tag tag, std::size_t contentSize);
// derElement returns an element whose content is `parts`, one after the other. Not for secrets: its memory is
// not wiped.
base::Bytes derElement(Tag tag, std::initializer_list<base::ByteView> parts);
// derIntegerBits returns the number of significant bits of a positive INTEGER's content; 0 for zero and
// negative ones.
int derIntegerBits(base::ByteView content);

} // namespace certwright::ossl
