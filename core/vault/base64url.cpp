// Why: OpenSSL's decoder is lenient and knows the other alphabet only.
#include "core/vault/base64url.h"

namespace certwright::vault {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

std::string toBase64Url(base::ByteView octets) {
    std::string text;
    text.reserve((octets.size() * 4 + 2) / 3);
    std::uint32_t pending = 0;
    unsigned bits = 0;
    for (const std::uint8_t octet : octets) {
        pending = (pending << 8U) | octet;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text += alphabet[(pending >> bits) & 63U];
        }
    }
    if (bits > 0)
        text += alphabet[(pending << (6U - bits)) & 63U];
    return text;
}

std::optional<base::Bytes> fromBase64Url(std::string_view text) {
    base::Bytes octets;
    octets.reserve(text.size() * 3 / 4);
    std::uint32_t pending = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        pending = (pending << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            octets.push_back(static_cast<std::uint8_t>((pending >> bits) & 255U));
        }
    }
    const bool unusedBits = (pending & ((1U << bits) - 1U)) != 0;
    if (bits >= 6 || unusedBits)
        return std::nullopt;
    return octets;
}

} // namespace certwright::vault
