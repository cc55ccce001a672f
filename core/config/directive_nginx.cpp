// Why: nginx's own reading of words, quotes and blocks (ngx_conf_read_token in src/core/ngx_conf_file.c).
#include <algorithm>

#include "core/config/directive_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool isBlank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

struct Word {
    std::string value;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::size_t line = 0;
    Quoting quoting = Quoting::Bare;
};

std::string unescaped(std::string_view raw) {
    std::string value;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char next = raw[i] == '\\' && i + 1 < raw.size() ? raw[i + 1] : '\0';
        constexpr std::string_view codes = "\"'\\trn";
        constexpr std::string_view meanings = "\"'\\\t\r\n";
        const std::size_t at = next == '\0' ? std::string_view::npos : codes.find(next);
        value += at == std::string_view::npos ? raw[i] : meanings[at];
        i += at == std::string_view::npos ? 0U : 1U;
    }
    return value;
}

class NginxReader {
  public:
    explicit NginxReader(std::string_view text)
        : m_text(text) {}

    DirectiveText read();

  private:
    void readOne();
    void readComment();
    void readWord();
    std::size_t quotedEnd() const;
    std::size_t bareEnd() const;
    void finish();
    void closeBlock();
    void fail(std::string_view reason) { m_read.fault = DirectiveFault{reason, m_line}; }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_depth = 0;
    std::vector<Word> m_words;
    bool m_commented = false;
    DirectiveText m_read;
};

void NginxReader::readComment() {
    const std::size_t start = lineStart(m_text, m_at);
    const std::size_t stop = lineStop(m_text, m_at);
    const bool alone = m_text.substr(start, m_at - start).find_first_not_of(" \t") == std::string_view::npos;
    if (!m_words.empty())
        m_commented = true;
    else if (auto setting = commentSetting(m_text.substr(m_at, stop - m_at), m_at, m_line);
             alone && m_depth == 0 && setting)
        m_read.entries.push_back(std::move(*setting));
    m_at = std::min(m_text.find('\n', m_at), m_text.size());
}

// The offset behind the closing quote, or npos.
std::size_t NginxReader::quotedEnd() const {
    for (std::size_t i = m_at + 1; i < m_text.size(); ++i) {
        if (m_text[i] == '\\')
            ++i;
        else if (m_text[i] == m_text[m_at])
            return i + 1;
    }
    return std::string_view::npos;
}

std::size_t NginxReader::bareEnd() const {
    std::size_t i = m_at;
    for (; i < m_text.size(); ++i) {
        const char c = m_text[i];
        const bool variable = c == '{' && i > m_at && m_text[i - 1] == '$';
        if (c == '\\')
            ++i;
        else if (isBlank(c) || c == ';' || (c == '{' && !variable))
            break;
    }
    return std::min(i, m_text.size());
}

void NginxReader::readWord() {
    const char first = m_text[m_at];
    const bool quoted = first == '"' || first == '\'';
    const std::size_t end = quoted ? quotedEnd() : bareEnd();
    if (end == std::string_view::npos)
        return fail("quote not closed");
    if (quoted && end < m_text.size() && !isBlank(m_text[end]) &&
        std::string_view(";{)").find(m_text[end]) == std::string_view::npos)
        return fail("no space after a quote");
    const std::string_view raw = m_text.substr(m_at, end - m_at);
    Word word{unescaped(quoted ? raw.substr(1, raw.size() - 2) : raw), m_at, end, m_line, Quoting::Bare};
    if (quoted)
        word.quoting = first == '"' ? Quoting::Double : Quoting::Single;
    m_words.push_back(std::move(word));
    for (const char c : raw)
        m_line += c == '\n' ? 1U : 0U;
    m_at = end;
}

void NginxReader::finish() {
    if (m_words.empty())
        return fail("; without a directive");
    ++m_at;
    if (m_depth == 0) {
        const Word& name = m_words.front();
        Directive entry{name.value, {}, name.offset, m_at, m_at - 1, m_at - 1, name.line, Quoting::Bare, {}};
        if (m_words.size() == 1)
            entry.obstacle = "no value";
        for (std::size_t i = 1; i < m_words.size(); ++i)
            entry.value += (i > 1 ? std::string(1, wordSeparator) : std::string()) + m_words[i].value;
        if (m_words.size() > 1) {
            entry.valueOffset = m_words[1].offset;
            entry.valueEnd = m_words.back().end;
            entry.quoting = m_words.size() == 2 ? m_words[1].quoting : Quoting::Bare;
        }
        if (m_commented)
            entry.obstacle = "a comment within the directive";
        m_read.entries.push_back(std::move(entry));
    }
    m_words.clear();
    m_commented = false;
}

void NginxReader::closeBlock() {
    if (!m_words.empty())
        return fail("no ; before }");
    if (m_depth == 0)
        return fail("} without a block");
    --m_depth;
    ++m_at;
}

void NginxReader::readOne() {
    switch (m_text[m_at]) {
    case '\n':
        ++m_line;
        [[fallthrough]];
    case ' ':
    case '\t':
    case '\r':
        ++m_at;
        return;
    case '#':
        return readComment();
    case ';':
        return finish();
    case '{':
        if (m_words.empty())
            return fail("{ without a name");
        m_words.clear();
        m_commented = false;
        ++m_depth;
        ++m_at;
        return;
    case '}':
        return closeBlock();
    default:
        return readWord();
    }
}

DirectiveText NginxReader::read() {
    while (m_at < m_text.size() && !m_read.fault)
        readOne();
    if (!m_read.fault && !m_words.empty())
        fail("no ; at the end");
    if (!m_read.fault && m_depth > 0)
        fail("block not closed");
    return std::move(m_read);
}

std::string writeWord(std::string_view value, Quoting wanted) {
    constexpr std::string_view special = " \t\r\n;{}\"'\\#";
    const bool plain = !value.empty() && value.find_first_of(special) == std::string_view::npos;
    if (wanted == Quoting::Bare && plain)
        return std::string(value);
    const char quote = wanted == Quoting::Single ? '\'' : '"';
    std::string text(1, quote);
    for (const char c : value) {
        if (c == quote || c == '\\')
            text += '\\';
        text += c;
    }
    return text + quote;
}

} // namespace

DirectiveText readNginx(std::string_view text) {
    return NginxReader(text).read();
}

std::string writeNginx(std::string_view value, Quoting wanted) {
    std::string text;
    while (true) {
        const std::size_t end = value.find(wordSeparator);
        text += writeWord(value.substr(0, end), wanted);
        if (end == std::string_view::npos)
            return text;
        text += ' ';
        value.remove_prefix(end + 1);
    }
}

} // namespace certwright::config
