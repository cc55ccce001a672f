// Why: both editors and the difference look at a text line by line and must agree on where a line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::config {

// TextLine is one line: `text` without its line end, `end` the line end ("\n", "\r\n", or empty for a last
// line that lacks one), `offset` of its first octet, `number` from 1. Views into the text given to
// splitLines.
struct TextLine {
    std::string_view text;
    std::string_view end;
    std::size_t offset = 0;
    std::size_t number = 0;
};

// splitLines cuts at line feeds; a text that ends with one has no empty line after it.
std::vector<TextLine> splitLines(std::string_view text);
// byteOrderMark returns the length of a UTF-8 byte order mark at the front: 3 or 0.
std::size_t byteOrderMark(std::string_view text);
// lineStart returns the offset of the first octet of the line that `offset` stands in, after a byte order
// mark.
std::size_t lineStart(std::string_view text, std::size_t offset);
// lineStop returns the offset of the end of the line that `offset` stands in, before its line end.
std::size_t lineStop(std::string_view text, std::size_t offset);
// nextLine returns the offset after the line end of the line that `offset` stands in; the text's size if it
// has none.
std::size_t nextLine(std::string_view text, std::size_t offset);
// lineNumber returns the number, from 1, of the line that `offset` stands in.
std::size_t lineNumber(std::string_view text, std::size_t offset);
// placeName returns "line:column" of `offset`, both from 1, the column counting octets.
std::string placeName(std::string_view text, std::size_t offset);
// joinedLines writes `lines` as they are inserted at `offset`, which is the start of a line or the end of the
// text: with the kind of line end that stands before it (else the first after it, else "\n"); where the line
// before lacks a line end, the lines bring one in front and lack one themselves, so that the file ends as it
// did.
std::string joinedLines(std::string_view text, std::size_t offset, const std::vector<std::string>& lines);

// LineCounter counts the lines of a text as it is read: counting each from the start would be quadratic.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text)
        : m_text(text) {}
    // at returns the number of the line, from 1, that `offset` stands in; offsets must not go back.
    std::size_t at(std::size_t offset) {
        for (; m_counted < offset; ++m_counted)
            m_line += m_text[m_counted] == '\n' ? 1U : 0U;
        return m_line;
    }

  private:
    std::string_view m_text;
    std::size_t m_counted = 0;
    std::size_t m_line = 1;
};

} // namespace certwright::config
