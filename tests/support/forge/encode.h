// Why: a malformed certificate is written octet by octet; these are the few pieces of DER that all of it is
// made of, and the ways to write them wrong.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace certwright::forge {

using base::Bytes;

// tlv is a tag octet, the shortest length and `content`.
Bytes tlv(unsigned tag, const Bytes& content);
// join puts parts one after the other.
Bytes join(const std::vector<Bytes>& parts);
Bytes sequence(const std::vector<Bytes>& parts);
Bytes setOf(const std::vector<Bytes>& parts);
// explicitTag is [n] around an element; implicitTag replaces the element's tag, keeping its primitive or
// constructed bit.
Bytes explicitTag(unsigned n, const Bytes& element);
Bytes implicitTag(unsigned n, const Bytes& element);

// integer is the shortest INTEGER; integerOf takes the content as it is, minimal or not.
Bytes integer(long long value);
Bytes integerOf(const Bytes& content);
// positiveInteger is the shortest INTEGER of a big-endian magnitude.
Bytes positiveInteger(Bytes magnitude);
// oid encodes a dotted object identifier; throws BadCase if it is none.
Bytes oid(std::string_view dotted);
Bytes boolean(unsigned octet);
Bytes null();
Bytes octetString(const Bytes& content);
Bytes bitString(const Bytes& content, unsigned unusedBits = 0);
// namedBits is the shortest BIT STRING with these bits set (X.690 section 11.2.2).
Bytes namedBits(const std::vector<unsigned>& bits);

// longerLength writes an element's length in one octet more than DER allows.
Bytes longerLength(const Bytes& element);
// fromHexText reads hexadecimal digits, spaces and colons between them allowed; throws BadCase otherwise.
Bytes fromHexText(std::string_view text);

} // namespace certwright::forge
