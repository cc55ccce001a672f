// Why: base64 in pieces, through one small buffer that is wiped, so that a key is decoded straight to where
// it lives.
#include "core/document/pem_blocks.h"

#include <array>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace certwright::document {

namespace {

bool isWhite(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isBase64(std::uint8_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

// Decoder collects characters and decodes them in groups of four.
class Decoder {
  public:
    explicit Decoder(std::span<std::uint8_t> out)
        : m_out(out) {}
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { OPENSSL_cleanse(m_piece.data(), m_piece.size()); }

    bool take(std::uint8_t c) {
        if (c == '=')
            ++m_padding;
        else if (!isBase64(c) || m_padding > 0)
            return false;
        m_piece[m_held++] = c;
        return m_padding <= 2 && (m_held < m_piece.size() || flush());
    }

    std::optional<std::size_t> finish() {
        if (m_held % 4 != 0 || !flush() || m_written < m_padding)
            return std::nullopt;
        return m_written - m_padding;
    }

  private:
    bool flush() {
        if (m_held == 0)
            return true;
        const int size = EVP_DecodeBlock(m_out.data() + m_written, m_piece.data(), static_cast<int>(m_held));
        m_held = 0;
        m_written += size > 0 ? static_cast<std::size_t>(size) : 0;
        return size > 0;
    }

    std::span<std::uint8_t> m_out;
    std::array<unsigned char, 4096> m_piece{};
    std::size_t m_held = 0;
    std::size_t m_written = 0;
    std::size_t m_padding = 0;
};

} // namespace

std::optional<std::size_t> decodeBase64(base::ByteView text, std::span<std::uint8_t> out) {
    if (out.size() < decodedBound(text.size()))
        return std::nullopt;
    Decoder decoder(out);
    for (const std::uint8_t c : text) {
        if (!isWhite(c) && !decoder.take(c))
            return std::nullopt;
    }
    return decoder.finish();
}

} // namespace certwright::document
