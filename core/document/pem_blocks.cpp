// Why: the search for blocks and their headers (RFC 7468 with the looseness of its section 5, RFC 1421
// section 4.6).
#include "core/document/pem_blocks.h"

#include <algorithm>

namespace certwright::document {

namespace {

constexpr std::string_view begin = "-----BEGIN ";
constexpr std::string_view end = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t longestLabel = 64;

bool endsLine(char c) {
    return c == '\n' || c == '\r';
}
bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

// standsFirst tells whether only blanks and a byte-order mark stand before `at` on its line.
bool standsFirst(std::string_view text, std::size_t at) {
    std::string_view before = text.substr(0, at);
    while (!before.empty() && isBlank(before.back()))
        before.remove_suffix(1);
    if (before.ends_with(byteOrderMark))
        before.remove_suffix(byteOrderMark.size());
    return before.empty() || endsLine(before.back());
}

// LineCounter counts line ends up to growing places; CRLF is one.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text)
        : m_text(text) {}

    std::size_t lineOf(std::size_t place) {
        for (; m_at < place; ++m_at) {
            const bool crOfCrLf =
                m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n';
            if (endsLine(m_text[m_at]) && !crOfCrLf)
                ++m_line;
        }
        return m_line;
    }

  private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

// labelAt returns the label that begins at `at`; empty if there is none on that line.
std::string_view labelAt(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, longestLabel + dashes.size());
    const std::string_view label = rest.substr(0, std::min(rest.find(dashes), rest.size()));
    const bool closed = label.size() < rest.size();
    return closed && std::none_of(label.begin(), label.end(), endsLine) ? label : std::string_view();
}

// nextBegin finds the next label line from `from` on; npos if there is none.
std::size_t nextBegin(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find(begin, from); at != std::string_view::npos;
         at = text.find(begin, at + 1)) {
        if (standsFirst(text, at) && !labelAt(text, at + begin.size()).empty())
            return at;
    }
    return std::string_view::npos;
}

std::string_view takeLine(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && !endsLine(text[size]))
        ++size;
    const std::string_view line = text.substr(0, size);
    text.remove_prefix(size);
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return line;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// sameName compares header names, in which case does not count (RFC 1421 section 4.6 has them of RFC 822).
bool sameName(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

// splitHeaders moves header lines (with a colon, or continued by a leading blank) from `body` to `headers`.
void splitHeaders(PemBlock& block, std::string_view inside) {
    std::string_view rest = inside;
    while (!rest.empty() &&
           trimmed(rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()))).empty())
        takeLine(rest);
    const std::string_view start = rest;
    std::string_view after = rest;
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        const bool continued = after.size() < start.size() && isBlank(line.empty() ? 'x' : line.front());
        if (line.find(':') == std::string_view::npos && !continued)
            break;
        after = rest;
    }
    block.headers = base::viewOf(start.substr(0, start.size() - after.size()));
    block.body = base::viewOf(after);
}

} // namespace

std::vector<PemBlock> scanPem(base::ByteView content, std::size_t most) {
    const std::string_view text = base::textOf(content);
    LineCounter lines(text);
    std::vector<PemBlock> blocks;
    std::size_t at = nextBegin(text, 0);
    while (at != std::string_view::npos && blocks.size() < most) {
        PemBlock block;
        block.line = lines.lineOf(at);
        block.label = labelAt(text, at + begin.size());
        const std::size_t inside = at + begin.size() + block.label.size() + dashes.size();
        const std::size_t next = nextBegin(text, inside);
        const std::string ending = std::string(end) + block.label + std::string(dashes);
        const std::string_view reach = text.substr(inside, std::min(next, text.size()) - inside);
        const std::size_t stop = reach.find(ending);
        block.terminated = stop != std::string_view::npos;
        const std::size_t size = block.terminated ? stop : reach.size();
        splitHeaders(block, reach.substr(0, size));
        block.whole = content.subspan(at, inside - at + size + (block.terminated ? ending.size() : 0));
        blocks.push_back(std::move(block));
        at = next;
    }
    return blocks;
}

std::optional<std::string> pemHeader(const PemBlock& block, std::string_view name) {
    std::string_view rest = base::textOf(block.headers);
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && sameName(trimmed(line.substr(0, colon)), name))
            return std::string(trimmed(line.substr(colon + 1)));
    }
    return std::nullopt;
}

} // namespace certwright::document
