// Why: a line that looks indented or empty to Python but not to us would let us write a key twice, so white
// space is what str.isspace() takes for it, ideographic space included.
#include "core/config/key_value_lines.h"

#include <array>

#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

// White space of more than one octet in UTF-8, as str.strip() knows it; U+2000 to U+200A are told by their
// last octet.
constexpr std::array<std::string_view, 8> wideSpaces{"\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80",
                                                     "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF",
                                                     "\xE2\x81\x9F", "\xE3\x80\x80"};

bool isNarrowSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1C' && c <= '\x1F');
}

// spaceInFront returns the length of the white space character at the front of `text`, 0 if there is none.
std::size_t spaceInFront(std::string_view text) {
    if (text.empty())
        return 0;
    if (isNarrowSpace(text.front()))
        return 1;
    for (const std::string_view space : wideSpaces) {
        if (text.starts_with(space))
            return space.size();
    }
    if (text.size() < 3 || !text.starts_with("\xE2\x80"))
        return 0;
    const auto last = static_cast<unsigned char>(text[2]);
    return last >= 0x80U && last <= 0x8AU ? 3 : 0;
}

std::size_t spaceAtBack(std::string_view text) {
    for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length) {
        if (spaceInFront(text.substr(text.size() - length)) == length)
            return length;
    }
    return 0;
}

// takeFront removes the white space at the front and returns how many characters it was: Python counts
// characters.
std::size_t takeFront(std::string_view& text) {
    std::size_t count = 0;
    for (std::size_t length = spaceInFront(text); length != 0; length = spaceInFront(text), ++count)
        text.remove_prefix(length);
    return count;
}

void takeBack(std::string_view& text) {
    for (std::size_t length = spaceAtBack(text); length != 0; length = spaceAtBack(text))
        text.remove_suffix(length);
}

bool isSection(std::string_view stripped) {
    return stripped.starts_with('[') && stripped.find(']', 2) != std::string_view::npos;
}

class Reader {
  public:
    explicit Reader(std::string_view text)
        : m_text(text) {}

    void readLine(const TextLine& line) {
        std::string_view stripped = line.text;
        if (line.number == 1)
            stripped.remove_prefix(byteOrderMark(stripped));
        if (stripped.find('\r') != std::string_view::npos)
            m_out.faults.push_back({KeyValueFault::Kind::CarriageReturn, line.number});
        const std::size_t indentation = takeFront(stripped);
        if (stripped.empty() || stripped.front() == '#' || stripped.front() == ';')
            return;
        if (m_keyIsOpen && indentation > m_indentation) {
            m_out.entries.back().extent = KeyValueEntry::Extent::Continued;
            return;
        }
        m_indentation = indentation;
        if (isSection(stripped)) {
            m_out.faults.push_back({KeyValueFault::Kind::Section, line.number});
            m_keyIsOpen = false;
        } else {
            readEntry(stripped, line.number);
        }
    }

    KeyValueText take() { return std::move(m_out); }

  private:
    void readEntry(std::string_view rest, std::size_t line) {
        const std::size_t delimiter = rest.find_first_of("=:");
        if (delimiter == std::string_view::npos) {
            m_out.faults.push_back({KeyValueFault::Kind::NoDelimiter, line});
            return;
        }
        std::string_view key = rest.substr(0, delimiter);
        takeBack(key);
        if (key.empty()) {
            m_out.faults.push_back({KeyValueFault::Kind::NoKey, line});
            return;
        }
        std::string_view value = rest.substr(delimiter + 1);
        takeFront(value);
        const auto offset = static_cast<std::size_t>(value.data() - m_text.data());
        takeBack(value);
        m_out.entries.push_back({lowerKey(key), value, offset, line, KeyValueEntry::Extent::OneLine});
        m_keyIsOpen = true;
    }

    std::string_view m_text;
    KeyValueText m_out;
    std::size_t m_indentation = 0;
    bool m_keyIsOpen = false;
};

} // namespace

KeyValueText readKeyValue(std::string_view text) {
    Reader reader(text);
    for (const TextLine& line : splitLines(text))
        reader.readLine(line);
    return reader.take();
}

std::string lowerKey(std::string_view key) {
    static constexpr std::string_view kelvin = "\xE2\x84\xAA";
    std::string out;
    while (!key.empty()) {
        if (key.starts_with(kelvin)) {
            out += 'k';
            key.remove_prefix(kelvin.size());
            continue;
        }
        const char c = key.front();
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        key.remove_prefix(1);
    }
    return out;
}

} // namespace certwright::config
