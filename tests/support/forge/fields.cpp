// Why: see fields.h.
#include "tests/support/forge/fields.h"

namespace certwright::forge {

Fields::Fields(const YAML::Node& node, std::string where)
    : m_where(std::move(where)) {
    if (!node.IsDefined() || node.IsNull())
        return;
    if (!node.IsMap())
        throw BadCase(m_where + ": a map is expected");
    for (const auto& pair : node)
        if (!m_values.emplace(pair.first.Scalar(), pair.second).second)
            throw BadCase(m_where + ": " + pair.first.Scalar() + " stands there twice");
}

bool Fields::has(const std::string& key) const {
    return m_values.contains(key);
}

bool Fields::isNone(const std::string& key) const {
    const auto found = m_values.find(key);
    return found != m_values.end() && found->second.IsNull();
}

std::optional<YAML::Node> Fields::find(const std::string& key) {
    m_known.insert(key);
    const auto found = m_values.find(key);
    if (found == m_values.end() || found->second.IsNull())
        return std::nullopt;
    return found->second;
}

std::optional<std::string> Fields::text(const std::string& key) {
    const auto node = find(key);
    return node ? std::optional(scalarOf(*node, m_where + "." + key)) : std::nullopt;
}

std::string Fields::text(const std::string& key, const std::string& otherwise) {
    return text(key).value_or(otherwise);
}

std::optional<Bytes> Fields::hex(const std::string& key) {
    const auto value = text(key);
    return value ? std::optional(fromHexText(*value)) : std::nullopt;
}

bool Fields::flag(const std::string& key) {
    const auto node = find(key);
    return node && node->as<bool>();
}

std::optional<long long> Fields::number(const std::string& key) {
    const auto node = find(key);
    return node ? std::optional(node->as<long long>()) : std::nullopt;
}

std::vector<YAML::Node> Fields::list(const std::string& key) {
    const auto node = find(key);
    if (!node)
        return {};
    if (!node->IsSequence())
        return {*node};
    return {node->begin(), node->end()};
}

std::vector<std::string> Fields::texts(const std::string& key) {
    std::vector<std::string> all;
    for (const YAML::Node& node : list(key))
        all.push_back(scalarOf(node, m_where + "." + key));
    return all;
}

YAML::Node Fields::rest() {
    YAML::Node map(YAML::NodeType::Map);
    for (const auto& [key, value] : m_values)
        if (m_known.insert(key).second)
            map[key] = value;
    return map;
}

void Fields::done() const {
    for (const auto& [key, value] : m_values)
        if (!m_known.contains(key))
            throw BadCase(m_where + ": unknown key " + key);
}

std::string scalarOf(const YAML::Node& node, const std::string& where) {
    if (!node.IsScalar())
        throw BadCase(where + ": one value is expected");
    return node.Scalar();
}

bool cut(std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.erase(0, prefix.size());
    return true;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size() && !text.empty()) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

} // namespace certwright::forge
