// Why: see mended_content.h.
#include "core/document/mended_content.h"

#include <algorithm>
#include <array>

#include "core/document/der_objects.h"
#include "core/document/pem_blocks.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

// What word processors, web pages and input methods make of a '-', in UTF-8, and blanks that take no room.
constexpr std::array<std::string_view, 10> dashes{"-",
                                                  "\xE2\x80\x90",
                                                  "\xE2\x80\x91",
                                                  "\xE2\x80\x92",
                                                  "\xE2\x80\x93",
                                                  "\xE2\x80\x94",
                                                  "\xE2\x80\x95",
                                                  "\xE2\x88\x92",
                                                  "\xEF\xBC\x8D",
                                                  "\xC2\xAD"};
constexpr std::array<std::string_view, 5> unseen{"\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE2\x81\xA0", "\xC2\xA0",
                                                 "\xE3\x80\x80"};
constexpr std::size_t longestLine = 256;

// Output fills pages of a size known from the start, so that no copy is left by growing.
class Output {
  public:
    Output(std::size_t size, SecretAccess access)
        : m_octets(size)
        , m_rest(m_octets.revealForWriting(access)) {}

    // add leaves out what has no room; the callers' sizes leave room for everything.
    void add(std::string_view text) {
        const std::size_t size = std::min(text.size(), m_rest.size());
        std::copy_n(text.begin(), size, m_rest.begin());
        m_rest = m_rest.subspan(size);
    }
    void add(char c) { add(std::string_view(&c, 1)); }

    SecretBytes take() {
        m_octets.truncate(m_octets.size() - m_rest.size());
        return std::move(m_octets);
    }

  private:
    SecretBytes m_octets;
    std::span<std::uint8_t> m_rest;
};

enum class ByteOrder { Little, Big };

// byteOrderOf tells UTF-16 by its mark, or by a zero beside each of the first letters.
std::optional<ByteOrder> byteOrderOf(ByteView content) {
    if (content.size() < 8 || content.size() % 2 != 0)
        return std::nullopt;
    if (content[0] == 0xFF && content[1] == 0xFE)
        return ByteOrder::Little;
    if (content[0] == 0xFE && content[1] == 0xFF)
        return ByteOrder::Big;
    const auto lettersAt = [&](std::size_t place) {
        for (std::size_t i = 0; i < 8; i += 2)
            if (content[i + place] == 0 || content[i + place] > 0x7E || content[i + 1 - place] != 0)
                return false;
        return true;
    };
    return lettersAt(0)   ? std::optional(ByteOrder::Little)
           : lettersAt(1) ? std::optional(ByteOrder::Big)
                          : std::nullopt;
}

std::optional<MendedContent> fromUtf16(ByteView content, SecretAccess access) {
    const auto order = byteOrderOf(content);
    if (!order)
        return std::nullopt;
    const std::size_t low = *order == ByteOrder::Little ? 0 : 1;
    Output out(content.size() / 2, access);
    for (std::size_t i = 0; i + 1 < content.size(); i += 2) {
        const bool mark = i == 0 && content[low] == 0xFF && content[1 - low] == 0xFE;
        if (!mark)
            out.add(content[i + 1 - low] == 0 && content[i + low] < 0x80 ? static_cast<char>(content[i + low])
                                                                         : '?');
    }
    return MendedContent{out.take(), Repair::Utf16};
}

// startOf returns how many octets of `line` one of `signs` takes at its front; 0 if none is there.
template <std::size_t Count>
std::size_t startOf(std::string_view line, const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs)
        if (line.starts_with(sign))
            return sign.size();
    return 0;
}

// endOf is startOf from the back.
template <std::size_t Count>
std::size_t endOf(std::string_view line, const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs)
        if (line.ends_with(sign))
            return sign.size();
    return 0;
}

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

// bare returns `line` without the dashes and blanks around it; `found` counts the dashes at its front.
std::string_view bare(std::string_view line, std::size_t& found) {
    for (std::size_t size = 1; size != 0 && !line.empty(); line.remove_prefix(size)) {
        size = startOf(line, dashes);
        found += size != 0 ? 1 : 0;
        if (size == 0)
            size = isBlank(line.front()) ? 1 : startOf(line, unseen);
    }
    for (std::size_t size = 1; size != 0 && !line.empty(); line.remove_suffix(size)) {
        size = endOf(line, dashes);
        if (size == 0)
            size = isBlank(line.back()) ? 1 : endOf(line, unseen);
    }
    return line;
}

bool isLabel(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '#';
    });
}

// labelLine returns the inside of a line "BEGIN …" or "END …" between dashes of any kind; SSH2's own
// lines, which have four and blanks, are left as they are.
std::string_view labelLine(std::string_view line) {
    std::size_t found = 0;
    const std::string_view inside = line.size() <= longestLine ? bare(line, found) : std::string_view();
    const bool begins = inside.starts_with("BEGIN ") || inside.starts_with("END ");
    const bool ssh2 = inside.find(" SSH2 ") != std::string_view::npos;
    return found != 0 && begins && !ssh2 && isLabel(inside) ? inside : std::string_view();
}

std::string labelled(std::string_view inside) {
    return "-----" + std::string(inside) + "-----";
}

void addBody(std::string_view line, Output& out) {
    while (!line.empty()) {
        const std::size_t skipped = startOf(line, unseen);
        if (skipped == 0)
            out.add(line.front());
        line.remove_prefix(std::max<std::size_t>(skipped, 1));
    }
}

// lineAt returns the line that begins at `at`, without its end.
std::string_view lineAt(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find_first_of("\r\n", at), text.size()) - at);
}

// isSpoilt tells whether a label line is not as it should be; of texts that are no PEM nothing is copied.
bool isSpoilt(std::string_view text) {
    if (text.find("BEGIN ") == std::string_view::npos || text.find("END ") == std::string_view::npos)
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        const std::string_view inside = labelLine(line);
        if (!inside.empty() && line != labelled(inside))
            return true;
        at += line.size() + 1;
    }
    return false;
}

// withDashes writes the label lines anew. A line grows by nine octets at most, and only label lines do.
std::optional<MendedContent> withDashes(ByteView content, SecretAccess access) {
    const std::string_view text = base::textOf(content);
    if (!isSpoilt(text))
        return std::nullopt;
    constexpr std::size_t growth = 9;
    const auto lines = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
    Output out(text.size() + growth * std::min(lines + 1, text.size() / 4 + 1), access);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        if (const std::string_view inside = labelLine(line); !inside.empty())
            out.add(labelled(inside));
        else
            addBody(line, out);
        out.add(text.substr(at + line.size(), 1));
        at += line.size() + 1;
    }
    return MendedContent{out.take(), Repair::Dashes};
}

// fromBase64 accepts only text that is nothing but base64 and whose octets have the shape of an object.
std::optional<MendedContent> fromBase64(ByteView content, SecretAccess access) {
    std::string_view text = base::textOf(content);
    if (text.starts_with(unseen[0]))
        text.remove_prefix(unseen[0].size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with('M')) // A SEQUENCE with a length of several octets begins so.
        return std::nullopt;
    SecretBytes der(decodedBound(text.size()));
    const auto size = decodeBase64(base::viewOf(text), der.revealForWriting(access));
    if (!size)
        return std::nullopt;
    der.truncate(*size);
    const ByteView octets = der.reveal(access);
    if (shapeOf(octets) == Shape::Unknown && !foreignDer(octets))
        return std::nullopt;
    return MendedContent{std::move(der), Repair::BareBase64};
}

} // namespace

bool isUtf16(ByteView content) {
    return byteOrderOf(content).has_value();
}

std::optional<MendedContent> mendedContent(ByteView content, SecretAccess access) {
    if (auto text = fromUtf16(content, access))
        return text;
    if (auto text = withDashes(content, access))
        return text;
    return fromBase64(content, access);
}

} // namespace certwright::document
