// Why: files, DER and digests are octets; one name for them and the few conversions that everybody needs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// toBytes copies the octets of `text`.
Bytes toBytes(std::string_view text);
// viewOf looks at the octets of `text`; `text` must outlive the view.
ByteView viewOf(std::string_view text);
// textOf looks at octets as characters; no conversion, no check; the octets must outlive the view.
std::string_view textOf(ByteView bytes);
// toHex writes lower-case hexadecimal digits with `separator` (0: none) between octets.
std::string toHex(ByteView bytes, char separator = 0);
// fromHex reads what toHex wrote without separator; nothing if a character is not hexadecimal or the count is odd.
std::optional<Bytes> fromHex(std::string_view text);
// wipe overwrites the octets in a way that the compiler keeps, then empties the vector.
void wipe(Bytes& bytes);

} // namespace certwright::base
