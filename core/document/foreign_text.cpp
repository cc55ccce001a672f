// Why: text formats that tell what they are in their first lines.
#include "core/document/foreign_parts.h"

#include <algorithm>

namespace certwright::document {

namespace {

// lineAfter returns what follows `name` on its line, without blanks; nothing if no line begins with it.
std::optional<std::string_view> lineAfter(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.starts_with(name)) {
            line.remove_prefix(name.size());
            line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
            return line;
        }
        at = end + 1;
    }
    return std::nullopt;
}

std::optional<ForeignFile> puttyKey(std::string_view text) {
    constexpr std::string_view beginning = "PuTTY-User-Key-File-";
    constexpr std::size_t headerLines = 4096;
    if (!text.starts_with(beginning) || text.size() < beginning.size() + 2)
        return std::nullopt;
    const char version = text[beginning.size()];
    if (version < '1' || version > '3' || text[beginning.size() + 1] != ':')
        return std::nullopt;
    const std::string_view head = text.substr(0, headerLines);
    ForeignFile file{ForeignFormat::PuttyKey, 1, KeyPart::Private, version - '0'};
    file.keyType = shortened(lineAfter(head, text.substr(0, beginning.size() + 2)).value_or(""));
    file.comment = shortened(lineAfter(head, "Comment:").value_or(""));
    const std::string_view encryption = lineAfter(head, "Encryption:").value_or("none");
    if (encryption != "none")
        file.encryption = shortened(encryption);
    return file;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace

std::optional<ForeignFile> otherText(std::string_view text) {
    constexpr std::size_t head = 4096;
    if (auto key = puttyKey(text))
        return key;
    if (lineAfter(text.substr(0, head), "AGE-SECRET-KEY-1"))
        return ForeignFile{ForeignFormat::AgeKey, 1, KeyPart::Private};
    if (text.starts_with("age-encryption.org/v1"))
        return ForeignFile{ForeignFormat::AgeFile, 1};
    const std::string start = lowered(text.substr(0, head));
    if (start.starts_with('<') &&
        (start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos))
        return ForeignFile{ForeignFormat::WebPage, 1};
    return std::nullopt;
}

} // namespace certwright::document
