// Why: see secret_text.h.
#include "ui/widget/secret_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "core/base/utf8.h"
#include "ui/widget/wipe.h"

namespace certwright::widget {

namespace {

constexpr bool continues(std::uint8_t octet) {
    return (octet & 0xC0U) == 0x80U;
}

int charactersIn(base::ByteView utf8) {
    return static_cast<int>(
        std::ranges::count_if(utf8, [](std::uint8_t octet) { return !continues(octet); }));
}

base::ByteView withoutLineEnds(base::ByteView text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text = text.first(text.size() - 1);
    return text;
}

// C1 characters are U+0080 to U+009F: C2 80 to C2 9F.
bool hasControlCharacter(base::ByteView utf8) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const std::uint8_t octet = utf8[i];
        if (octet < 0x20 || octet == 0x7F)
            return true;
        if (octet == 0xC2 && i + 1 < utf8.size() && utf8[i + 1] < 0xA0)
            return true;
    }
    return false;
}

// encode writes one code point as UTF-8 and returns how many octets it took.
std::size_t encode(char32_t character, std::array<std::uint8_t, 4>& octets) {
    const auto tail = [&](unsigned shift) {
        return static_cast<std::uint8_t>(0x80U | ((character >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        octets[0] = static_cast<std::uint8_t>(character);
        return 1;
    }
    if (character < 0x800) {
        octets = {static_cast<std::uint8_t>(0xC0U | (character >> 6U)), tail(0), 0, 0};
        return 2;
    }
    if (character < 0x10000) {
        octets = {static_cast<std::uint8_t>(0xE0U | (character >> 12U)), tail(6), tail(0), 0};
        return 3;
    }
    octets = {static_cast<std::uint8_t>(0xF0U | (character >> 18U)), tail(12), tail(6), tail(0)};
    return 4;
}

} // namespace

void SecretText::setMaximum(int characters) {
    m_maximum = std::clamp(characters, 1, mostCharacters);
}

SecretRefusal SecretText::insert(base::ByteView utf8) {
    const base::ByteView fresh = withoutLineEnds(utf8);
    if (fresh.empty())
        return SecretRefusal::None;
    if (!base::isUtf8(base::textOf(fresh)))
        return SecretRefusal::NotText;
    if (hasControlCharacter(fresh))
        return SecretRefusal::ControlCharacter;
    const int added = charactersIn(fresh);
    const int kept = m_selected ? 0 : m_characters;
    if (added > m_maximum - kept)
        return SecretRefusal::TooLong;
    if (m_selected)
        clear();
    const std::size_t behind = m_text.size() - m_caret;
    m_text.append(fresh);
    const auto octets = m_text.revealForWriting(m_access);
    std::memmove(octets.data() + m_caret + fresh.size(), octets.data() + m_caret, behind);
    std::memcpy(octets.data() + m_caret, fresh.data(), fresh.size());
    m_caret += fresh.size();
    m_characters += added;
    return SecretRefusal::None;
}

SecretRefusal SecretText::insert(char32_t character) {
    std::array<std::uint8_t, 4> octets{};
    const std::size_t length = encode(character, octets);
    const SecretRefusal refusal = insert(base::ByteView(octets).first(length));
    wipeOctets(octets);
    return refusal;
}

void SecretText::remove(std::size_t from, std::size_t to) {
    const auto octets = m_text.revealForWriting(m_access);
    m_characters -= charactersIn(octets.subspan(from, to - from));
    std::memmove(octets.data() + from, octets.data() + to, octets.size() - to);
    m_text.truncate(octets.size() - (to - from));
    m_caret = from;
}

void SecretText::erase(Direction direction) {
    if (m_selected) {
        clear();
        return;
    }
    const int here = caret();
    if (direction == Direction::Backwards && here > 0)
        remove(offsetOf(here - 1), m_caret);
    else if (direction == Direction::Forwards && here < m_characters)
        remove(m_caret, offsetOf(here + 1));
}

void SecretText::clear() {
    m_text.clear();
    m_characters = 0;
    m_caret = 0;
    m_selected = false;
}

secret::SecretBytes SecretText::take() {
    secret::SecretBytes result = std::move(m_text);
    clear();
    return result;
}

void SecretText::move(Direction direction) {
    if (m_selected)
        moveTo(direction == Direction::Backwards ? 0 : m_characters);
    else if (direction == Direction::Forwards)
        moveTo(caret() + 1);
    else if (m_caret > 0)
        moveTo(caret() - 1);
}

void SecretText::moveTo(int character) {
    m_selected = false;
    m_caret = offsetOf(character);
}

void SecretText::selectAll() {
    m_caret = m_text.size();
    m_selected = !m_text.empty();
}

int SecretText::caret() const {
    return charactersIn(m_text.reveal(m_access).first(m_caret));
}

std::size_t SecretText::offsetOf(int character) const {
    const base::ByteView octets = m_text.reveal(m_access);
    int seen = -1;
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (!continues(octets[i]) && ++seen == character)
            return i;
    }
    return octets.size();
}

char32_t SecretText::characterAt(int character) const {
    const base::ByteView octets = m_text.reveal(m_access);
    std::size_t at = offsetOf(character);
    if (at >= octets.size())
        return 0;
    const std::uint8_t first = octets[at];
    const unsigned length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (unsigned i = 1; i < length; ++i)
        code = (code << 6U) | (octets[++at] & 0x3FU);
    return code;
}

} // namespace certwright::widget
