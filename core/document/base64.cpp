// Why: base64 straight to where the octets live, so that of a key no text and no piece is kept on the way.
#include "core/document/pem_blocks.h"

#include <array>

namespace certwright::document {

namespace {

constexpr std::uint8_t white = 0x40;
constexpr std::uint8_t padding = 0x41;
constexpr std::uint8_t foreign = 0xFF;

// values maps a character to its six bits, or to one of the three above.
constexpr std::array<std::uint8_t, 256> values = [] {
    std::array<std::uint8_t, 256> made{};
    made.fill(foreign);
    std::uint8_t value = 0;
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
        made[static_cast<unsigned char>(c)] = value++;
    for (const char c : std::string_view(" \t\n\v\f\r"))
        made[static_cast<unsigned char>(c)] = white;
    made['='] = padding;
    return made;
}();

// Decoder collects six bits at a time and writes three octets for every four characters.
class Decoder {
  public:
    explicit Decoder(std::span<std::uint8_t> out)
        : m_out(out) {}

    bool take(std::uint8_t value) {
        if (value == white)
            return true;
        if (value == padding)
            ++m_padding;
        if (value == foreign || m_padding > (value == padding ? 2U : 0U))
            return false;
        m_bits = (m_bits << 6U) | (value & 0x3FU);
        if (++m_held == 4)
            flush();
        return true;
    }
    // takeFour takes four characters at once if they are all data and a group begins with the first.
    bool takeFour(base::ByteView text) {
        const std::uint32_t a = values[text[0]];
        const std::uint32_t b = values[text[1]];
        const std::uint32_t c = values[text[2]];
        const std::uint32_t d = values[text[3]];
        if (m_held != 0 || m_padding != 0 || ((a | b | c | d) & 0xC0U) != 0)
            return false;
        m_bits = (a << 18U) | (b << 12U) | (c << 6U) | d;
        flush();
        return true;
    }
    std::optional<std::size_t> finish() const {
        if (m_held != 0 || m_written < m_padding)
            return std::nullopt;
        return m_written - m_padding;
    }

  private:
    void flush() {
        m_out[m_written] = static_cast<std::uint8_t>(m_bits >> 16U);
        m_out[m_written + 1] = static_cast<std::uint8_t>(m_bits >> 8U);
        m_out[m_written + 2] = static_cast<std::uint8_t>(m_bits);
        m_written += 3;
        m_held = 0;
        m_bits = 0;
    }

    std::span<std::uint8_t> m_out;
    std::uint32_t m_bits = 0;
    std::size_t m_held = 0;
    std::size_t m_written = 0;
    std::size_t m_padding = 0;
};

} // namespace

std::optional<std::size_t> decodeBase64(base::ByteView text, std::span<std::uint8_t> out) {
    if (out.size() < decodedBound(text.size()))
        return std::nullopt;
    Decoder decoder(out);
    while (!text.empty()) {
        if (text.size() >= 4 && decoder.takeFour(text)) {
            text = text.subspan(4);
            continue;
        }
        if (!decoder.take(values[text[0]]))
            return std::nullopt;
        text = text.subspan(1);
    }
    return decoder.finish();
}

} // namespace certwright::document
