// Why: the strict readers of single values.
#include "core/profile/fields.h"

#include <algorithm>
#include <charconv>

#include "core/base/utf8.h"

namespace certwright::profile {

namespace {

constexpr std::size_t longestText = 1000;
constexpr std::size_t longestId = 64;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

const std::string& scalarOf(const Node& node) {
    if (node.kind != NodeKind::Scalar)
        refuse(node, MistakeCode::ValueNotText);
    if (node.text.size() > longestText)
        refuse(node, MistakeCode::ValueTooLong, {.maximum = longestText});
    return node.text;
}

std::vector<std::string_view> partsOf(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool isPlainSegment(std::string_view part) {
    return !part.empty() && part != "." && part != "..";
}

} // namespace

void refuse(const Node& node, MistakeCode code, Mistake values) {
    values.code = code;
    values.found = shortText(node.text);
    values.field = node.field;
    throw SchemaError{node.place, std::move(values)};
}

Fields::Fields(const Node& map, std::initializer_list<std::string_view> known)
    : m_map(map) {
    if (map.kind != NodeKind::Map)
        refuse(map, map.field.empty() ? MistakeCode::RootNotMap : MistakeCode::ValueNotMap);
    for (const Node& key : map.keys) {
        if (std::ranges::find(known, std::string_view(key.text)) == known.end())
            refuse(key, MistakeCode::KeyUnknown, {.allowed = {known.begin(), known.end()}});
    }
}

const Node& Fields::at(std::string_view key) const {
    const Node* const node = find(key);
    if (node == nullptr)
        throw SchemaError{m_map.place,
                          {.code = MistakeCode::KeyMissing, .found = std::string(key), .field = m_map.field}};
    return *node;
}

const Node* Fields::find(std::string_view key) const {
    for (std::size_t i = 0; i < m_map.keys.size(); ++i) {
        if (m_map.keys[i].text == key)
            return &m_map.items[i];
    }
    return nullptr;
}

void Once::take(const std::string& name, Place place) {
    if (!m_taken.insert(name).second)
        throw SchemaError{place, {.code = m_code, .found = shortText(name)}};
}

std::string textOf(const Node& node) {
    const std::string& text = scalarOf(node);
    if (text.empty())
        refuse(node, MistakeCode::ValueEmpty);
    if (base::printable(text) != text)
        refuse(node, MistakeCode::ValueHasControls);
    return text;
}

std::string textOrNothing(const Node& node) {
    return scalarOf(node).empty() ? std::string() : textOf(node);
}

std::string charactersOf(const Node& node) {
    return scalarOf(node);
}

std::string idOf(const Node& node) {
    const std::string& id = scalarOf(node);
    const auto allowed = [](char c) { return (isLetter(c) && c >= 'a') || isDigit(c) || c == '-'; };
    if (id.empty() || id.size() > longestId || !std::ranges::all_of(id, allowed))
        refuse(node, MistakeCode::IdInvalid, {.maximum = longestId});
    return id;
}

std::string keyOf(const Node& node) {
    const std::string& key = scalarOf(node);
    const auto allowed = [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-'; };
    for (const std::string_view part : partsOf(key, '.')) {
        if (part.empty() || !std::ranges::all_of(part, allowed))
            refuse(node, MistakeCode::ConfigKeyInvalid);
    }
    return key;
}

std::string configKeyOf(const Node& node) {
    if (!node.text.starts_with('#'))
        return keyOf(node);
    Node name = node;
    name.text.erase(0, 1);
    return '#' + keyOf(name);
}

std::string pathOf(const Node& node) {
    std::string path = textOf(node);
    if (path.find_first_of("\\:") != std::string::npos ||
        !std::ranges::all_of(partsOf(path, '/'), isPlainSegment))
        refuse(node, MistakeCode::PathNotRelative);
    return path;
}

std::string absolutePathOf(const Node& node) {
    std::string path = textOf(node);
    const bool drive = path.size() > 2 && isLetter(path[0]) && path[1] == ':' && path[2] == '/';
    const auto up = [](std::string_view part) { return part == ".."; };
    if ((!drive && path[0] != '/') || std::ranges::any_of(partsOf(path, '/'), up))
        refuse(node, MistakeCode::PathNotAbsolute);
    return path;
}

std::uint32_t modeOf(const Node& node) {
    const std::string& text = scalarOf(node);
    std::uint32_t mode = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (node.quoting != Quoting::Quoted || text.size() != 3 || !whole)
        refuse(node, MistakeCode::ModeInvalid);
    if ((mode & 0400U) == 0)
        refuse(node, MistakeCode::ModeUnreadable);
    return mode;
}

std::uint32_t privateModeOf(const Node& node) {
    const std::uint32_t mode = modeOf(node);
    if ((mode & 0177U) != 0)
        refuse(node, MistakeCode::ModeTooWide);
    return mode;
}

int numberOf(const Node& node, int minimum, int maximum) {
    const std::string& text = scalarOf(node);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (node.quoting != Quoting::Plain || !whole || number < minimum || number > maximum)
        refuse(node, MistakeCode::NumberInvalid, {.minimum = minimum, .maximum = maximum});
    return number;
}

bool flagOf(const Node& node) {
    const std::string& text = scalarOf(node);
    if (node.quoting != Quoting::Plain || (text != "true" && text != "false"))
        refuse(node, MistakeCode::FlagInvalid, {.allowed = {"true", "false"}});
    return text == "true";
}

const std::vector<Node>& itemsOf(const Node& node) {
    if (node.kind != NodeKind::Sequence)
        refuse(node, MistakeCode::ValueNotList);
    return node.items;
}

std::string pathAlphabetOf(const Node& node) {
    const std::string& set = scalarOf(node);
    const auto visible = [](char c) { return c > ' ' && c <= '~' && c != '[' && c != ']' && c != '^'; };
    if (!std::ranges::all_of(set, visible))
        refuse(node, MistakeCode::AlphabetCharacter);
    // Where the previous character could start a range, it stands here.
    char start = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] == '\\') {
            if (++i == set.size())
                refuse(node, MistakeCode::AlphabetOpenEnd);
            start = 0;
        } else if (set[i] == '-' && start != 0 && i + 1 < set.size()) {
            if (set[++i] == '\\' || set[i] < start)
                refuse(node, MistakeCode::AlphabetRange);
            start = 0;
        } else {
            start = set[i];
        }
    }
    return set;
}

} // namespace certwright::profile
