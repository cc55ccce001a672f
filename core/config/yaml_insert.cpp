// Why: additions are gathered per map first, so that several new keys below one new parent become one block.
#include "core/config/yaml_insert.h"

#include <algorithm>

#include "core/config/text_lines.h"
#include "core/config/yaml_scalar.h"

namespace certwright::config {

namespace {

using Kind = YamlNode::Kind;

constexpr std::size_t usualStep = 2;

struct Entry {
    std::string key;
    std::string value;
    std::vector<Entry> children;
};

// Group is everything that is added to one map (or Null that becomes one).
struct Group {
    YamlPath path;
    YamlPlace place;
    std::vector<Entry> entries;
};

struct Piece {
    std::size_t offset;
    std::size_t depth;
    std::vector<std::string> lines;
};

void addEntry(std::vector<Entry>& entries, const AbsentSetting& setting, std::size_t from) {
    std::vector<Entry>* level = &entries;
    for (std::size_t i = from; i < setting.path.size(); ++i) {
        const std::string& key = setting.path[i];
        auto found =
            std::find_if(level->begin(), level->end(), [&](const Entry& entry) { return entry.key == key; });
        if (found == level->end())
            found = level->insert(level->end(), Entry{key, {}, {}});
        if (i + 1 == setting.path.size())
            found->value = setting.value;
        level = &found->children;
    }
}

std::vector<Group> groupsOf(const std::vector<AbsentSetting>& settings) {
    std::vector<Group> groups;
    for (const AbsentSetting& setting : settings) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& candidate) {
            return candidate.place.value == setting.place.value;
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{setting.path, setting.place, {}});
        addEntry(group->entries, setting, setting.place.matched);
    }
    return groups;
}

void writeEntries(const std::vector<Entry>& entries, std::size_t indentation, std::size_t step,
                  std::vector<std::string>& lines) {
    for (const Entry& entry : entries) {
        std::string line(indentation, ' ');
        line += writeScalar(entry.key, ScalarStyle::Plain) + ":";
        if (entry.children.empty())
            line += " " + writeScalar(entry.value, ScalarStyle::Plain);
        lines.push_back(line);
        writeEntries(entry.children, indentation + step, step, lines);
    }
}

std::size_t columnOf(std::string_view text, std::size_t offset) {
    return offset - lineStart(text, offset);
}

// stepOf returns by how much the first map within a map is indented; 0 if there is none.
std::size_t stepOf(std::string_view text, const YamlNode& map) {
    if (map.kind != Kind::Map || map.layout == YamlNode::Layout::Flow)
        return 0;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        const YamlNode& value = map.items[i + 1];
        if (value.kind != Kind::Map || value.layout == YamlNode::Layout::Flow)
            continue;
        const std::size_t outer = columnOf(text, map.items[i].offset);
        const std::size_t inner = columnOf(text, value.items.front().offset);
        if (inner > outer)
            return inner - outer;
        if (const std::size_t step = stepOf(text, value); step > 0)
            return step;
    }
    return 0;
}

// contentStop returns where the next line after the last one with content begins, between `from` and `bound`.
// A comment behind the last entry stays behind what is added: nobody can tell whether it belongs to this map
// or to what follows.
std::size_t contentStop(std::string_view text, std::size_t from, std::size_t bound) {
    std::size_t stop = nextLine(text, from);
    for (std::size_t at = stop; at < bound; at = nextLine(text, at)) {
        const std::string_view line = text.substr(at, lineStop(text, at) - at);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first != std::string_view::npos && line[first] != '#')
            stop = nextLine(text, at);
    }
    return stop;
}

// pieceForMap adds behind the last entry of a block map; the root's additions stand at the end of the
// document.
base::Result<Piece> pieceForMap(std::string_view text, const YamlDocument& document, const Group& group,
                                std::size_t step) {
    const YamlNode& map = *group.place.value;
    const std::size_t start = lineStart(text, map.items.front().offset);
    const std::size_t column = map.items.front().offset - start;
    if (text.substr(start, column).find_first_not_of(' ') != std::string_view::npos)
        return uneditableYaml(group.path, map, "mapping that does not begin its line");
    Piece piece{document.end, group.place.matched, {}};
    if (group.place.key != nullptr)
        piece.offset = contentStop(text, map.items[map.items.size() - 2].offset, group.place.bound);
    writeEntries(group.entries, column, step, piece.lines);
    return piece;
}

// pieceForNull adds below a key without value; a written null is taken away by an edit of its own.
base::Result<Piece> pieceForNull(std::string_view text, const YamlDocument& document, const Group& group,
                                 std::size_t step, std::vector<TextEdit>& edits) {
    const YamlPlace& place = group.place;
    if (place.key == nullptr) {
        Piece piece{document.end, 0, {}};
        writeEntries(group.entries, 0, step, piece.lines);
        return piece;
    }
    const auto start = valueStart(text, *place.key);
    const auto stop = start ? nullStop(text, *start, *place.value) : std::nullopt;
    if (!start || !restIsBlank(text, stop.value_or(*start)))
        return uneditableYaml(group.path, *place.key, "value that is not understood");
    if (stop)
        edits.push_back({*start, *stop - *start, ""});
    Piece piece{nextLine(text, *start), place.matched, {}};
    writeEntries(group.entries, columnOf(text, place.key->offset) + step, step, piece.lines);
    return piece;
}

} // namespace

base::Result<std::vector<TextEdit>> insertYaml(std::string_view text, const YamlDocument& document,
                                               const std::vector<AbsentSetting>& settings) {
    const std::size_t found = stepOf(text, document.root);
    const std::size_t step = found == 0 ? usualStep : found;
    std::vector<TextEdit> edits;
    std::vector<Piece> pieces;
    for (const Group& group : groupsOf(settings)) {
        auto piece = group.place.value->kind == Kind::Null ? pieceForNull(text, document, group, step, edits)
                                                           : pieceForMap(text, document, group, step);
        if (!piece)
            return tl::unexpected<base::Error>(piece.error());
        pieces.push_back(std::move(*piece));
    }
    // Where an inner and an outer map end at the same place, the inner one's additions come first.
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.depth > b.depth;
    });
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t offset = pieces[i].offset;
        std::vector<std::string> lines;
        for (; i < pieces.size() && pieces[i].offset == offset; ++i)
            lines.insert(lines.end(), pieces[i].lines.begin(), pieces[i].lines.end());
        edits.push_back({offset, 0, joinedLines(text, offset, lines)});
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit& a, const TextEdit& b) { return a.offset < b.offset; });
    return edits;
}

} // namespace certwright::config
