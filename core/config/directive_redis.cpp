// Why: Redis' own reading of a line (loadServerConfigFromString in src/config.c, sdssplitargs in src/sds.c).
#include <algorithm>

#include "core/config/directive_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

constexpr std::string_view blanks = " \t\n\v\f\r";

bool isBlank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

struct Word {
    std::string value;
    std::size_t offset = 0;
    std::size_t end = 0;
    Quoting quoting = Quoting::Bare;
};

// WordReader cuts one line into words; `at` counts within the line.
class WordReader {
  public:
    explicit WordReader(std::string_view line)
        : m_line(line) {}

    // read returns the words; nothing if a quote is not closed, or more than a blank follows it.
    std::optional<std::vector<Word>> read();

  private:
    bool readWord(Word& word);
    bool readQuoted(Word& word, char quote);
    void readEscape(std::string& value);

    std::string_view m_line;
    std::size_t m_at = 0;
};

// At a backslash within double quotes.
void WordReader::readEscape(std::string& value) {
    const auto octet = [this](std::size_t from) {
        return from < m_line.size() ? hexDigit(m_line[from]) : -1;
    };
    if (m_line[m_at + 1] == 'x' && octet(m_at + 2) >= 0 && octet(m_at + 3) >= 0) {
        value += static_cast<char>(octet(m_at + 2) * 16 + octet(m_at + 3));
        m_at += 4;
        return;
    }
    constexpr std::string_view codes = "nrtba";
    constexpr std::string_view meanings = "\n\r\t\b\a";
    const char code = m_line[m_at + 1];
    const std::size_t known = codes.find(code);
    value += known == std::string_view::npos ? code : meanings[known];
    m_at += 2;
}

bool WordReader::readQuoted(Word& word, char quote) {
    for (++m_at; m_at < m_line.size();) {
        const char c = m_line[m_at];
        const bool more = m_at + 1 < m_line.size();
        if (c == quote) {
            ++m_at;
            return m_at == m_line.size() || isBlank(m_line[m_at]);
        }
        if (c == '\\' && more && quote == '"') {
            readEscape(word.value);
        } else if (c == '\\' && more && m_line[m_at + 1] == '\'') {
            word.value += '\'';
            m_at += 2;
        } else {
            word.value += c;
            ++m_at;
        }
    }
    return false;
}

bool WordReader::readWord(Word& word) {
    word.offset = m_at;
    if (m_line[m_at] == '"' || m_line[m_at] == '\'')
        word.quoting = m_line[m_at] == '"' ? Quoting::Double : Quoting::Single;
    while (m_at < m_line.size() && !isBlank(m_line[m_at])) {
        const char c = m_line[m_at];
        if (c == '"' || c == '\'') {
            if (!readQuoted(word, c))
                return false;
            break;
        }
        word.value += c;
        ++m_at;
    }
    word.end = m_at;
    return true;
}

std::optional<std::vector<Word>> WordReader::read() {
    std::vector<Word> words;
    while (true) {
        while (m_at < m_line.size() && isBlank(m_line[m_at]))
            ++m_at;
        if (m_at == m_line.size())
            return words;
        if (!readWord(words.emplace_back()))
            return std::nullopt;
    }
}

Directive directiveOf(const std::vector<Word>& words, const TextLine& line) {
    const Word& name = words.front();
    Directive entry{lowered(name.value),
                    {},
                    line.offset + name.offset,
                    line.offset + words.back().end,
                    line.offset + name.end,
                    line.offset + words.back().end,
                    line.number,
                    Quoting::Bare,
                    {}};
    if (words.size() != 2)
        entry.obstacle = words.size() < 2 ? "no value" : "more than one word";
    for (std::size_t i = 1; i < words.size(); ++i)
        entry.value += (i > 1 ? " " : "") + words[i].value;
    if (words.size() > 1) {
        entry.valueOffset = line.offset + words[1].offset;
        entry.quoting = words[1].quoting;
    }
    return entry;
}

} // namespace

DirectiveText readRedis(std::string_view text) {
    DirectiveText read;
    for (const TextLine& line : splitLines(text)) {
        const std::size_t first = line.text.find_first_not_of(" \t\r");
        if (first == std::string_view::npos)
            continue;
        if (line.text[first] == '#') {
            if (auto setting = commentSetting(line.text.substr(first), line.offset + first, line.number))
                read.entries.push_back(std::move(*setting));
            continue;
        }
        const bool whole = line.text.find('\0') == std::string_view::npos;
        const auto words = whole ? WordReader(line.text).read() : std::nullopt;
        if (!words) {
            read.fault = DirectiveFault{whole ? "quote not closed" : "NUL character", line.number};
            return read;
        }
        if (!words->empty())
            read.entries.push_back(directiveOf(*words, line));
    }
    return read;
}

std::string writeRedis(std::string_view value, Quoting wanted) {
    constexpr std::string_view special = " \"'\\";
    if (wanted == Quoting::Bare && !value.empty() && value.find_first_of(special) == std::string_view::npos)
        return std::string(value);
    const bool single = wanted == Quoting::Single && value.find_first_of("'\\") == std::string_view::npos;
    const char quote = single ? '\'' : '"';
    std::string text(1, quote);
    for (const char c : value) {
        if (!single && (c == '"' || c == '\\'))
            text += '\\';
        text += c;
    }
    return text + quote;
}

} // namespace certwright::config
