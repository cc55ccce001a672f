// Why: one pass over the octets, before anything recurses or allocates.
#include "core/config/yaml_guard.h"

#include <array>
#include <optional>
#include <string>

#include "core/base/utf8.h"
#include "core/config/text_lines.h"
#include "core/config/yaml.h"

namespace certwright::config {

namespace {

// yaml-cpp looks ahead over all open brackets of a line before it counts depth; its own limit of 500 comes
// too late.
constexpr int maximumBrackets = 64;

struct Refusal {
    std::string_view sequence;
    std::string_view reason;
};
constexpr std::array<Refusal, 5> refusedSequences{{
    {"\xC2\x85", "line break U+0085"},
    {"\xE2\x80\xA8", "line break U+2028"},
    {"\xE2\x80\xA9", "line break U+2029"},
    {"\xEF\xBF\xBE", "U+FFFE"},
    {"\xEF\xBF\xBF", "U+FFFF"},
}};

std::optional<std::string_view> refusalAt(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '\r')
        return at + 1 < text.size() && text[at + 1] == '\n' ? std::nullopt
                                                            : std::optional("lone carriage return");
    const auto octet = static_cast<unsigned char>(c);
    if ((octet < 0x20U && c != '\t' && c != '\n') || octet == 0x7FU)
        return "control character";
    if (octet < 0x80U)
        return std::nullopt;
    for (const Refusal& refusal : refusedSequences) {
        if (text.substr(at).starts_with(refusal.sequence))
            return refusal.reason;
    }
    if (c == '\xC2' && at + 1 < text.size() && text[at + 1] < '\xA0')
        return "control character";
    return std::nullopt;
}

base::Status refused(std::string_view text, std::size_t at, std::string_view reason) {
    return base::failure(base::ErrorCode::ConfigInvalid, {}, placeName(text, at) + " " + std::string(reason));
}

// firstMalformed returns where `text`, which is no UTF-8, stops being it: the start of the line is near
// enough.
std::size_t firstMalformed(std::string_view text) {
    for (const TextLine& line : splitLines(text)) {
        if (!base::isUtf8(line.text))
            return line.offset;
    }
    return 0;
}

} // namespace

base::Status guardYaml(std::string_view text) {
    if (text.size() > maximumYamlSize)
        return base::failure(base::ErrorCode::FileTooLarge, {}, std::to_string(text.size()));
    if (!base::isUtf8(text))
        return refused(text, firstMalformed(text), "not UTF-8");
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto reason = refusalAt(text, at))
            return refused(text, at, *reason);
        if (text[at] == '[' || text[at] == '{')
            ++depth;
        else if (depth > 0 && (text[at] == ']' || text[at] == '}'))
            --depth;
        if (depth > maximumBrackets)
            return refused(text, at, "nested too deep");
    }
    return {};
}

} // namespace certwright::config
