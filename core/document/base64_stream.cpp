// Why: see base64_stream.h. Two characters are looked up at once: a table of 65536 pairs, of which the few
// lines that are really used stay in the processor's cache.
#include "core/document/base64_stream.h"

#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <string_view>

namespace certwright::document {

namespace {

constexpr std::uint8_t none = 0xFF;
constexpr std::uint16_t noPair = 0xFFFF;

constexpr std::array<std::uint8_t, 256> makeValues() {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> values{};
    values.fill(none);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values.at(static_cast<std::uint8_t>(alphabet[i])) = static_cast<std::uint8_t>(i);
    return values;
}
constexpr auto values = makeValues();

using Pairs = std::array<std::uint16_t, 65536>;

// pairs maps two characters, as they lie in memory, to their twelve bits.
const Pairs& pairs() {
    static const auto table = [] {
        auto made = std::make_unique<Pairs>();
        made->fill(noPair);
        for (std::size_t first = 0; first < 256; ++first)
            for (std::size_t second = 0; second < 256 && values[first] != none; ++second)
                if (values[second] != none) {
                    const std::array<std::uint8_t, 2> text{static_cast<std::uint8_t>(first),
                                                           static_cast<std::uint8_t>(second)};
                    std::uint16_t index = 0;
                    std::memcpy(&index, text.data(), sizeof index);
                    (*made)[index] = static_cast<std::uint16_t>(values[first] << 6U | values[second]);
                }
        return made;
    }();
    return *table;
}

bool isWhite(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// group returns the 24 bits of four characters; more than that if one of them is no base64.
std::uint32_t group(const Pairs& table, const std::uint8_t* text) {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
    std::memcpy(&first, text, sizeof first);
    std::memcpy(&second, text + 2, sizeof second);
    const std::uint32_t high = table[first];
    const std::uint32_t low = table[second];
    return high << 12U | low | (low & 0xF000U) << 16U;
}

void put(std::uint32_t bits, std::uint8_t* out) {
    out[0] = static_cast<std::uint8_t>(bits >> 16U);
    out[1] = static_cast<std::uint8_t>(bits >> 8U);
    out[2] = static_cast<std::uint8_t>(bits);
}

// putTwo writes six octets and two more, which the next ones overwrite.
void putTwo(std::uint32_t first, std::uint32_t second, std::uint8_t* out) {
    std::uint64_t bits = (std::uint64_t{first} << 24U | second) << 16U;
    if constexpr (std::endian::native == std::endian::little)
        bits = __builtin_bswap64(bits);
    std::memcpy(out, &bits, sizeof bits);
}

// sixteen decodes 16 characters to 12 octets unless one of them is no base64; it may write 14.
bool sixteen(const Pairs& table, const std::uint8_t* text, std::uint8_t* out) {
    const std::uint32_t a = group(table, text);
    const std::uint32_t b = group(table, text + 4);
    const std::uint32_t c = group(table, text + 8);
    const std::uint32_t d = group(table, text + 12);
    if (((a | b | c | d) >> 24U) != 0)
        return false;
    putTwo(a, b, out);
    putTwo(c, d, out + 6);
    return true;
}

} // namespace

void Base64Stream::white(std::uint8_t c) {
    if (c == '\n' || c == '\r') {
        if (!(c == '\n' && m_afterReturn))
            ++m_lineEnds;
        m_onBlankLine = true;
    } else if (c != ' ' && c != '\t') {
        m_onBlankLine = false;
    }
    m_afterReturn = c == '\r';
}

// one takes one character that is base64 or '='; returns how many octets that completes.
std::size_t Base64Stream::one(std::uint8_t c, std::uint8_t value, std::uint8_t* out) {
    m_onBlankLine = m_afterReturn = false;
    if (c == '=') {
        ++m_padding;
        value = 0;
        m_bad = m_bad || m_padding > 2 || m_held < 2;
    } else if (m_padding > 0) {
        m_bad = true;
    }
    m_group = m_group << 6U | value;
    if (++m_held < 4 || m_bad)
        return 0;
    put(m_group, out);
    m_held = 0;
    m_group = 0;
    return 3 - m_padding;
}

Base64Stream::Progress Base64Stream::decode(base::ByteView text, std::span<std::uint8_t> out) {
    const Pairs& table = pairs();
    Progress done;
    while (done.taken < text.size() && out.size() - done.written >= 16 && !m_bad) {
        const std::uint8_t* at = text.data() + done.taken;
        if (m_held == 0 && m_padding == 0 && text.size() - done.taken >= 16 &&
            sixteen(table, at, out.data() + done.written)) {
            done.taken += 16;
            done.written += 12;
            m_onBlankLine = m_afterReturn = false;
            continue;
        }
        if (isWhite(*at)) {
            white(*at);
        } else {
            const std::uint8_t value = values[*at];
            if (value == none && *at != '=')
                break;
            done.written += one(*at, value, out.data() + done.written);
        }
        ++done.taken;
    }
    return done;
}

} // namespace certwright::document
