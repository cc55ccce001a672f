// Why: nginx's words, seen as settings on the top level of a file of our own.
#include <algorithm>

#include "core/config/directive_lines.h"
#include "core/config/nginx_words.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

class NginxReader {
  public:
    explicit NginxReader(std::string_view text)
        : m_text(text)
        , m_tokens(text)
        , m_lines(text) {}

    DirectiveText read();

  private:
    void take(NginxToken token);
    void noteComment(const NginxToken& comment);
    void finish(const NginxToken& semicolon);
    Quoting quotingOf(const NginxToken& word) const;
    void fail(std::string_view reason, std::size_t at) {
        m_read.fault = DirectiveFault{reason, m_lines.at(at)};
    }

    std::string_view m_text;
    NginxWords m_tokens;
    LineCounter m_lines;
    std::size_t m_depth = 0;
    std::vector<NginxToken> m_words;
    std::size_t m_line = 1; // of the first of them
    bool m_commented = false;
    DirectiveText m_read;
};

Quoting NginxReader::quotingOf(const NginxToken& word) const {
    const char first = m_text[word.offset];
    return first == '"' ? Quoting::Double : first == '\'' ? Quoting::Single : Quoting::Bare;
}

void NginxReader::noteComment(const NginxToken& comment) {
    if (!m_words.empty()) {
        m_commented = true;
        return;
    }
    const std::size_t start = lineStart(m_text, comment.offset);
    const std::string_view before = m_text.substr(start, comment.offset - start);
    if (m_depth > 0 || before.find_first_not_of(" \t") != std::string_view::npos)
        return;
    if (auto setting = commentSetting(m_text.substr(comment.offset, comment.length), comment.offset,
                                      m_lines.at(comment.offset)))
        m_read.entries.push_back(std::move(*setting));
}

void NginxReader::finish(const NginxToken& semicolon) {
    if (m_words.empty())
        return fail("; without a directive", semicolon.offset);
    if (m_depth == 0) {
        const NginxToken& name = m_words.front();
        const std::size_t end = semicolon.offset;
        Directive entry{name.text, {}, name.offset, end + 1, end, end, m_line, Quoting::Bare, {}};
        if (m_words.size() == 1)
            entry.obstacle = "no value";
        for (std::size_t i = 1; i < m_words.size(); ++i)
            entry.value += (i > 1 ? std::string(1, wordSeparator) : std::string()) + m_words[i].text;
        if (m_words.size() > 1) {
            entry.valueOffset = m_words[1].offset;
            entry.valueEnd = m_words.back().offset + m_words.back().length;
            entry.quoting = m_words.size() == 2 ? quotingOf(m_words[1]) : Quoting::Bare;
        }
        if (m_commented)
            entry.obstacle = "a comment within the directive";
        m_read.entries.push_back(std::move(entry));
    }
    m_words.clear();
    m_commented = false;
}

void NginxReader::take(NginxToken token) {
    switch (token.kind) {
    case NginxKind::Comment:
        return noteComment(token);
    case NginxKind::Semicolon:
        return finish(token);
    case NginxKind::Open:
        if (m_words.empty())
            return fail("{ without a name", token.offset);
        m_words.clear();
        m_commented = false;
        ++m_depth;
        return;
    case NginxKind::Close:
        if (!m_words.empty() || m_depth == 0)
            return fail(m_words.empty() ? "} without a block" : "no ; before }", token.offset);
        --m_depth;
        return;
    default:
        break;
    }
    if (m_words.empty())
        m_line = m_lines.at(token.offset);
    m_words.push_back(std::move(token));
}

DirectiveText NginxReader::read() {
    while (!m_read.fault) {
        auto token = m_tokens.next();
        if (!token)
            fail(m_tokens.reason(), m_tokens.at());
        else if (token->kind == NginxKind::End)
            break;
        else
            take(std::move(*token));
    }
    if (!m_read.fault && !m_words.empty())
        fail("no ; at the end", m_text.size());
    if (!m_read.fault && m_depth > 0)
        fail("block not closed", m_text.size());
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
