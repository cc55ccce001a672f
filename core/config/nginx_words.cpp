// Why: see nginx_words.h.
#include "core/config/nginx_words.h"

#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

// nginx reads its config through a buffer of this size and refuses a word that does not fit.
constexpr std::size_t longestWord = 4096;

constexpr std::string_view unreadable = "a word too long, or NUL";

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool endsWord(char c) {
    return isSpace(c) || c == ';' || c == '{';
}

} // namespace

NginxWords::NginxWords(std::string_view text)
    : m_text(text)
    , m_at(byteOrderMark(text)) {}

base::Result<NginxToken> NginxWords::refusal(std::size_t at, std::string_view reason) {
    m_at = at;
    m_reason = reason;
    return base::failure(base::ErrorCode::ConfigInvalid, {}, placeName(m_text, at));
}

void NginxWords::skipSpace() {
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

// Within words only these are shortened; another backslash stays, with what it stands before.
void NginxWords::takeEscaped(std::string& word) {
    ++m_at;
    if (m_at == m_text.size()) {
        word += '\\';
        return;
    }
    const char c = m_text[m_at++];
    if (c == '"' || c == '\'' || c == '\\')
        word += c;
    else if (c == 't' || c == 'r' || c == 'n')
        word += c == 't' ? '\t' : c == 'r' ? '\r' : '\n';
    else
        word.append({'\\', c});
}

base::Result<NginxToken> NginxWords::quoted() {
    NginxToken token{NginxKind::Word, {}, m_at, 0};
    const char quote = m_text[m_at++];
    while (m_at < m_text.size() && m_text[m_at] != quote) {
        if (m_text[m_at] == '\0' || m_at - token.offset > longestWord)
            return refusal(token.offset, unreadable);
        if (m_text[m_at] == '\\')
            takeEscaped(token.text);
        else
            token.text += m_text[m_at++];
    }
    if (m_at >= m_text.size())
        return refusal(token.offset, "quote not closed");
    ++m_at;
    if (m_at < m_text.size() && !endsWord(m_text[m_at]) && m_text[m_at] != ')')
        return refusal(m_at, "no space after a quote");
    token.length = m_at - token.offset;
    return token;
}

base::Result<NginxToken> NginxWords::plain() {
    NginxToken token{NginxKind::Word, {}, m_at, 0};
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '\0' || m_at - token.offset > longestWord)
            return refusal(token.offset, unreadable);
        const bool variable = c == '{' && !token.text.empty() && m_text[m_at - 1] == '$';
        if (endsWord(c) && !variable)
            break;
        if (c == '\\')
            takeEscaped(token.text);
        else
            token.text += m_text[m_at++];
    }
    token.length = m_at - token.offset;
    return token;
}

base::Result<NginxToken> NginxWords::next() {
    skipSpace();
    if (m_at >= m_text.size())
        return NginxToken{NginxKind::End, {}, m_text.size(), 0};
    const std::size_t at = m_at;
    switch (m_text[at]) {
    case ';':
        ++m_at;
        return NginxToken{NginxKind::Semicolon, {}, at, 1};
    case '{':
        ++m_at;
        return NginxToken{NginxKind::Open, {}, at, 1};
    case '}':
        ++m_at;
        return NginxToken{NginxKind::Close, {}, at, 1};
    case '#':
        m_at = lineStop(m_text, at);
        return NginxToken{NginxKind::Comment, {}, at, m_at - at};
    case '"':
    case '\'':
        return quoted();
    default:
        return plain();
    }
}

} // namespace certwright::config
