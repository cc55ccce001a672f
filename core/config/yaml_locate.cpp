// Why: the walk down a path stops at the first thing that two readers could understand differently.
#include "core/config/yaml_locate.h"

#include <algorithm>
#include <map>

#include "core/base/utf8.h"
#include "core/config/text_lines.h"
#include "core/config/yaml_scalar.h"

namespace certwright::config {

namespace {

using base::ErrorCode;
using Kind = YamlNode::Kind;
using Property = YamlNode::Property;

std::string joinedPath(const YamlPath& path, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "" : ".") + path[i];
    return out;
}

// positionsOf returns where in `map.items` the keys equal to `part` are.
std::vector<std::size_t> positionsOf(const YamlNode& map, std::string_view part) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].kind == Kind::Scalar && map.items[i].value == part)
            positions.push_back(i);
    }
    return positions;
}

base::Status checkMap(const YamlNode& map, const YamlPath& path, YamlPurpose purpose) {
    if (map.kind != Kind::Map || map.layout == YamlNode::Layout::Flow)
        return uneditableYaml(path, map, kindName(map));
    if (purpose == YamlPurpose::Edit && map.property != Property::None)
        return uneditableYaml(path, map, kindName(map));
    return {};
}

base::Status checkEntry(const YamlNode& map, const std::vector<std::size_t>& positions, const YamlPath& path,
                        std::size_t matched, YamlPurpose purpose) {
    if (positions.size() > 1) {
        std::vector<std::size_t> lines;
        lines.reserve(positions.size());
        for (const std::size_t position : positions)
            lines.push_back(map.items[position].line);
        return base::failure(ErrorCode::ConfigDuplicateKey, joinedPath(path, matched + 1), lineList(lines));
    }
    const auto merges = positionsOf(map, "<<");
    if (!merges.empty() && (purpose == YamlPurpose::Edit || positions.empty()))
        return uneditableYaml(path, map.items[merges.front()], "merge key");
    if (purpose == YamlPurpose::Edit && !positions.empty() &&
        map.items[positions.front()].property != Property::None)
        return uneditableYaml(path, map.items[positions.front()], "key with an anchor or a tag");
    return {};
}

void collectRepeated(const YamlNode& map, const std::string& prefix, std::vector<RepeatedPath>& out) {
    if (map.kind != Kind::Map)
        return;
    std::map<std::string, std::vector<std::size_t>> lines;
    std::vector<std::string> order;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        const YamlNode& key = map.items[i];
        if (key.kind != Kind::Scalar)
            continue;
        auto& places = lines[key.value];
        places.push_back(key.line);
        if (places.size() == 2)
            order.push_back(key.value);
    }
    for (const std::string& key : order)
        out.push_back({prefix + key, lines[key]});
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].kind == Kind::Scalar)
            collectRepeated(map.items[i + 1], prefix + map.items[i].value + ".", out);
    }
}

} // namespace

base::Result<YamlPath> splitPath(std::string_view path) {
    YamlPath parts;
    for (std::string_view rest = path;;) {
        const std::size_t dot = rest.find('.');
        parts.emplace_back(rest.substr(0, dot));
        if (dot == std::string_view::npos)
            break;
        rest.remove_prefix(dot + 1);
    }
    const bool empty =
        std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
    if (empty || !base::isUtf8(path) || base::printable(path) != path)
        return base::failure(ErrorCode::InvalidArgument, base::printable(path), "path");
    return parts;
}

std::vector<RepeatedPath> repeatedPaths(const YamlDocument& document) {
    std::vector<RepeatedPath> repeated;
    collectRepeated(document.root, "", repeated);
    return repeated;
}

std::string lineList(const std::vector<std::size_t>& lines) {
    std::string out;
    for (const std::size_t line : lines)
        out += (out.empty() ? "" : ", ") + std::to_string(line);
    return out;
}

tl::unexpected<base::Error> uneditableYaml(const YamlPath& path, const YamlNode& node,
                                           std::string_view reason) {
    return base::failure(ErrorCode::ConfigUneditable, joinedPath(path, path.size()),
                         std::to_string(node.line) + " " + std::string(reason));
}

std::string_view kindName(const YamlNode& node) {
    if (node.kind == Kind::Alias)
        return "alias";
    if (node.property == Property::Anchored)
        return "anchor";
    if (node.property == Property::Tagged)
        return "tag";
    switch (node.kind) {
    case Kind::Map:
        return node.layout == YamlNode::Layout::Flow ? "flow mapping" : "mapping";
    case Kind::Sequence:
        return "sequence";
    default:
        return "scalar";
    }
}

base::Result<YamlPlace> locateYaml(std::string_view text, const YamlDocument& document, const YamlPath& path,
                                   YamlPurpose purpose) {
    YamlPlace place{nullptr, &document.root, 0, document.end};
    while (place.matched < path.size()) {
        const YamlNode& map = *place.value;
        if (map.kind == Kind::Null && (map.property == Property::None || purpose == YamlPurpose::Read))
            break;
        if (auto status = checkMap(map, path, purpose); !status)
            return tl::unexpected<base::Error>(status.error());
        const auto positions = positionsOf(map, path[place.matched]);
        if (auto status = checkEntry(map, positions, path, place.matched, purpose); !status)
            return tl::unexpected<base::Error>(status.error());
        if (positions.empty())
            break;
        const std::size_t at = positions.front();
        place.key = &map.items[at];
        place.value = &map.items[at + 1];
        if (at + 2 < map.items.size())
            place.bound = lineStart(text, map.items[at + 2].offset);
        ++place.matched;
    }
    return place;
}

std::optional<std::size_t> valueStart(std::string_view text, const YamlNode& key) {
    auto at = scalarStop(text, key.offset);
    while (at && *at < text.size() && text[*at] == ' ')
        ++*at;
    if (!at || *at >= text.size() || text[*at] != ':')
        return std::nullopt;
    return *at + 1;
}

bool restIsBlank(std::string_view text, std::size_t offset) {
    const std::string_view rest = text.substr(offset, lineStop(text, offset) - offset);
    const std::size_t first = rest.find_first_not_of(' ');
    return first == std::string_view::npos || (rest[first] == '#' && first > 0);
}

std::optional<std::size_t> nullStop(std::string_view text, std::size_t from, const YamlNode& value) {
    if (value.offset < from || value.offset >= lineStop(text, from))
        return std::nullopt;
    const auto stop = scalarStop(text, value.offset);
    return stop && *stop > value.offset ? stop : std::nullopt;
}

base::Result<std::vector<RepeatedPath>> repeatedYamlKeys(std::string_view text) {
    const auto document = parseYaml(text);
    if (!document)
        return tl::unexpected<base::Error>(document.error());
    return repeatedPaths(*document);
}

base::Result<std::optional<Occurrence>> yamlScalar(std::string_view text, std::string_view path) {
    const auto parts = splitPath(path);
    if (!parts)
        return tl::unexpected<base::Error>(parts.error());
    const auto document = parseYaml(text);
    if (!document)
        return tl::unexpected<base::Error>(document.error());
    const auto place = locateYaml(text, *document, *parts, YamlPurpose::Read);
    if (!place)
        return tl::unexpected<base::Error>(place.error());
    if (place->matched < parts->size() || place->value->kind == Kind::Null)
        return std::nullopt;
    if (place->value->kind != Kind::Scalar)
        return uneditableYaml(*parts, *place->value, kindName(*place->value));
    return Occurrence{place->value->value, place->value->line};
}

} // namespace certwright::config
