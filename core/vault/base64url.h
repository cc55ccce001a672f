// Why: sealed text stands in config values, where '+', '/' and '=' would be risky. Inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace certwright::vault {

// toBase64Url writes base64url without padding (RFC 4648 section 5).
std::string toBase64Url(base::ByteView octets);
// fromBase64Url reads exactly what toBase64Url writes: nothing for another character, an impossible length,
// or unused bits that are not zero, so that no two texts mean the same octets.
std::optional<base::Bytes> fromBase64Url(std::string_view text);

} // namespace certwright::vault
