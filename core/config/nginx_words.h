// Why: nginx's config is words, braces and semicolons; whatever looks at it must cut it as nginx does, or a
// line ends up inside somebody's string.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace certwright::config {

// NginxToken is a word (`text` as nginx understands it, without quotes and escapes), one of ';', '{', '}', a
// comment (up to its line's end, without that), or the end of the text. `offset` and `length` say where it
// stands, quotes included.
enum class NginxKind { Word, Semicolon, Open, Close, Comment, End };
struct NginxToken {
    NginxKind kind = NginxKind::End;
    std::string text;
    std::size_t offset = 0;
    std::size_t length = 0;
};

// NginxWords cuts a text into tokens: '#' starts a comment where a word could start; quotes hold only at the
// start of a word; a backslash takes the next octet with it; "${" belongs to the word; '}' ends a word only
// between words. Views the text given.
class NginxWords {
  public:
    explicit NginxWords(std::string_view text);

    // next returns the next token. ConfigInvalid (subject empty, detail "line:column") for a quote that is
    // not closed, a word of over 4,096 octets, NUL, or something glued to a closing quote.
    base::Result<NginxToken> next();
    // reason says, after a failure, what was refused; a literal.
    std::string_view reason() const { return m_reason; }
    // at is the offset that was read up to; after a failure that of what was refused.
    std::size_t at() const { return m_at; }

  private:
    base::Result<NginxToken> quoted();
    base::Result<NginxToken> plain();
    void skipSpace();
    void takeEscaped(std::string& word);
    base::Result<NginxToken> refusal(std::size_t at, std::string_view reason);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_reason;
};

} // namespace certwright::config
