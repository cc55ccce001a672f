// Why: line ends are the one thing that every hand-written config has in its own way; they are read here
// only.
#include "core/config/text_lines.h"

#include <algorithm>

namespace certwright::config {

namespace {

std::string_view lineEndAt(std::string_view text, std::size_t lineFeed) {
    const bool carriage = lineFeed > 0 && text[lineFeed - 1] == '\r';
    return carriage ? text.substr(lineFeed - 1, 2) : text.substr(lineFeed, 1);
}

std::string_view lineEndNear(std::string_view text, std::size_t offset) {
    std::size_t at = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    if (at == std::string_view::npos)
        at = text.find('\n', offset);
    return at == std::string_view::npos ? std::string_view("\n") : lineEndAt(text, at);
}

} // namespace

std::vector<TextLine> splitLines(std::string_view text) {
    std::vector<TextLine> lines;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t next = nextLine(text, offset);
        const std::size_t stop = lineStop(text, offset);
        lines.push_back(
            {text.substr(offset, stop - offset), text.substr(stop, next - stop), offset, lines.size() + 1});
        offset = next;
    }
    return lines;
}

std::size_t byteOrderMark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t lineStart(std::string_view text, std::size_t offset) {
    const std::size_t at = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return at == std::string_view::npos ? std::min(byteOrderMark(text), offset) : at + 1;
}

std::size_t lineStop(std::string_view text, std::size_t offset) {
    const std::size_t at = text.find('\n', offset);
    return at == std::string_view::npos ? text.size() : std::max(offset, at + 1 - lineEndAt(text, at).size());
}

std::size_t nextLine(std::string_view text, std::size_t offset) {
    const std::size_t at = text.find('\n', offset);
    return at == std::string_view::npos ? text.size() : at + 1;
}

std::size_t lineNumber(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

std::string placeName(std::string_view text, std::size_t offset) {
    return std::to_string(lineNumber(text, offset)) + ":" +
           std::to_string(offset - lineStart(text, offset) + 1);
}

std::string joinedLines(std::string_view text, std::size_t offset, const std::vector<std::string>& lines) {
    const std::string_view end = lineEndNear(text, offset);
    const bool complete = offset == byteOrderMark(text) || (offset > 0 && text[offset - 1] == '\n');
    std::string joined;
    for (const std::string& line : lines) {
        if (!complete)
            joined += end;
        joined += line;
        if (complete)
            joined += end;
    }
    return joined;
}

} // namespace certwright::config
