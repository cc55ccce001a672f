// Why: see mistake.h.
#include "core/profile/mistake.h"

#include <array>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"

namespace certwright::profile {

namespace {

// In the order of MistakeCode.
constexpr std::array<std::string_view, mistakeCodes> names{
    "file.too-large",
    "file.not-utf8",
    "file.holds-nul",
    "file.empty",
    "yaml.invalid",
    "yaml.second-document",
    "yaml.alias",
    "yaml.anchor",
    "yaml.tag",
    "yaml.too-deep",
    "key.not-word",
    "key.twice",
    "key.unknown",
    "key.missing",
    "root.not-map",
    "value.not-text",
    "value.not-map",
    "value.not-list",
    "value.too-long",
    "value.empty",
    "value.has-controls",
    "list.empty",
    "id.invalid",
    "config-key.invalid",
    "path.not-relative",
    "path.not-absolute",
    "mode.invalid",
    "mode.unreadable",
    "mode.too-wide",
    "mode.shuts-folder",
    "number.invalid",
    "flag.invalid",
    "word.unknown",
    "alphabet.character",
    "alphabet.open-end",
    "alphabet.range",
    "variable.invalid",
    "directive.invalid",
    "program.invalid",
    "program.is-shell",
    "command.words",
    "placeholder.unknown",
    "semaphore-key.invalid",
    "insertion.value",
    "word.twice",
    "folder.twice",
    "slot.twice",
    "path.twice",
    "config-key.twice",
    "id.twice",
    "order.lacks-key",
    "order.key-unused",
    "order.comment-key",
    "managed.format",
    "insertion.format",
    "slots.one-kind",
    "slots.incomplete",
    "slots.no-ca",
    "slots.trust-apart",
};

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(1, ' ').append(name).append("=\"");
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
}

// Scanner reads what errorOf wrote.
class Scanner {
  public:
    explicit Scanner(std::string_view text)
        : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }

    bool skip(std::string_view expected) {
        const bool there = m_rest.starts_with(expected);
        if (there)
            m_rest.remove_prefix(expected.size());
        return there;
    }

    // upTo takes everything before `end`, and `end` itself where it stands.
    std::string_view upTo(std::string_view end) {
        const std::string_view taken = m_rest.substr(0, m_rest.find(end));
        m_rest.remove_prefix(taken.size());
        skip(end);
        return taken;
    }

    // quoted takes the rest of a value up to its closing quote.
    std::optional<std::string> quoted() {
        std::string value;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                m_rest.remove_prefix(i + 1);
                return value;
            }
            if (m_rest[i] == '\\' && ++i == m_rest.size())
                break;
            value += m_rest[i];
        }
        return std::nullopt;
    }

  private:
    std::string_view m_rest;
};

template <typename Number> std::optional<Number> numberIn(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool take(Mistake& mistake, std::string_view name, std::string value) {
    if (name == "found")
        mistake.found = std::move(value);
    else if (name == "field")
        mistake.field = std::move(value);
    else if (name == "allowed")
        mistake.allowed.push_back(std::move(value));
    else if (name == "minimum")
        return (mistake.minimum = numberIn<std::int64_t>(value)).has_value();
    else if (name == "maximum")
        return (mistake.maximum = numberIn<std::int64_t>(value)).has_value();
    else if (name == "other")
        mistake.other = std::move(value);
    else if (name == "detail")
        mistake.detail = std::move(value);
    else
        return false;
    return true;
}

} // namespace

std::string_view mistakeName(MistakeCode code) {
    return names.at(static_cast<std::size_t>(code));
}

std::string shortText(std::string_view text) {
    constexpr std::size_t most = 80;
    const std::string whole = base::printable(text.substr(0, 4 * most));
    std::size_t characters = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(whole[i]) & 0xC0U) != 0x80U;
        if (begins && ++characters > most)
            return whole.substr(0, i) + "…";
    }
    return whole;
}

base::Error errorOf(const Mistake& mistake, const std::string& name) {
    std::string detail = std::to_string(mistake.line) + ":" + std::to_string(mistake.column) + ": ";
    detail += mistakeName(mistake.code);
    for (const auto& [key, value] :
         {std::pair<std::string_view, const std::string&>{"found", mistake.found}, {"field", mistake.field}})
        if (!value.empty())
            append(detail, key, value);
    for (const std::string& word : mistake.allowed)
        append(detail, "allowed", word);
    if (mistake.minimum)
        append(detail, "minimum", std::to_string(*mistake.minimum));
    if (mistake.maximum)
        append(detail, "maximum", std::to_string(*mistake.maximum));
    for (const auto& [key, value] : {std::pair<std::string_view, const std::string&>{"other", mistake.other},
                                     {"detail", mistake.detail}})
        if (!value.empty())
            append(detail, key, value);
    return {base::ErrorCode::ProfileInvalid, name, std::move(detail)};
}

std::optional<Mistake> mistakeIn(std::string_view detail) {
    Scanner scanner(detail);
    const auto line = numberIn<int>(scanner.upTo(":"));
    const auto column = numberIn<int>(scanner.upTo(": "));
    const std::string_view head = scanner.upTo(" ");
    std::size_t index = 0;
    while (index < names.size() && names.at(index) != head)
        ++index;
    if (!line || !column || index == names.size())
        return std::nullopt;
    Mistake mistake{.code = static_cast<MistakeCode>(index), .line = *line, .column = *column};
    while (!scanner.atEnd()) {
        const std::string_view name = scanner.upTo("=\"");
        auto value = scanner.quoted();
        if (!value || !take(mistake, name, std::move(*value)))
            return std::nullopt;
        scanner.skip(" ");
    }
    // Only what errorOf writes, to the letter, is taken for a mistake.
    if (errorOf(mistake, {}).detail != detail)
        return std::nullopt;
    return mistake;
}

} // namespace certwright::profile
