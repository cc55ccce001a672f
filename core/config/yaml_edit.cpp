// Why: an edit is believed only after the edited text was parsed again and says, everywhere, what it should
// say.
#include <algorithm>

#include "core/base/utf8.h"
#include "core/config/text_lines.h"
#include "core/config/yaml.h"
#include "core/config/yaml_document.h"
#include "core/config/yaml_insert.h"
#include "core/config/yaml_locate.h"
#include "core/config/yaml_scalar.h"

namespace certwright::config {

namespace {

using base::ErrorCode;
using Kind = YamlNode::Kind;

struct Wanted {
    YamlPath path;
    std::string value;
};

bool leadsThrough(const YamlPath& longer, const YamlPath& shorter) {
    return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

base::Result<std::vector<Wanted>> wantedOf(const std::vector<Setting>& settings) {
    std::vector<Wanted> wanted;
    for (const Setting& setting : settings) {
        auto path = splitPath(setting.key);
        if (!path)
            return tl::unexpected<base::Error>(path.error());
        const bool clash = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& other) {
            return leadsThrough(*path, other.path) || leadsThrough(other.path, *path);
        });
        if (clash || path->back() == "<<")
            return base::failure(ErrorCode::InvalidArgument, setting.key, "path");
        if (!base::isUtf8(setting.value) || setting.value.find('\0') != std::string::npos)
            return base::failure(ErrorCode::InvalidArgument, setting.key, "value");
        wanted.push_back({std::move(*path), setting.value});
    }
    return wanted;
}

base::Result<TextEdit> editNull(std::string_view text, const Wanted& wanted, const YamlPlace& place) {
    const std::string content = writeScalar(wanted.value, ScalarStyle::Plain);
    const auto start = valueStart(text, *place.key);
    const auto stop = start ? nullStop(text, *start, *place.value) : std::nullopt;
    if (!start || place.value->property != YamlNode::Property::None ||
        !restIsBlank(text, stop.value_or(*start)))
        return uneditableYaml(wanted.path, *place.key, "value that is not understood");
    if (stop)
        return TextEdit{place.value->offset, *stop - place.value->offset, content};
    const std::size_t lineEnd = lineStop(text, *start);
    const bool spacesOnly = *start < lineEnd && text.find('#', *start) >= lineEnd;
    return spacesOnly ? TextEdit{lineEnd, 0, content} : TextEdit{*start, 0, " " + content};
}

base::Result<TextEdit> editScalar(std::string_view text, const Wanted& wanted, const YamlPlace& place) {
    const YamlNode& node = *place.value;
    if (node.kind != Kind::Scalar || node.property != YamlNode::Property::None)
        return uneditableYaml(wanted.path, node, kindName(node));
    const ScalarStyle style = styleAt(text, node.offset);
    if (style == ScalarStyle::Block)
        return uneditableYaml(wanted.path, node, "block scalar");
    const auto stop = scalarStop(text, node.offset);
    const bool whole =
        stop && (style != ScalarStyle::Plain || text.substr(node.offset, *stop - node.offset) == node.value);
    if (!whole)
        return uneditableYaml(wanted.path, node, "value on several lines");
    if (!restIsBlank(text, *stop))
        return uneditableYaml(wanted.path, node, "value that is not understood");
    return TextEdit{node.offset, *stop - node.offset, writeScalar(wanted.value, style)};
}

// setIn gives the tree the value that the text shall have.
void setIn(YamlNode& root, const Wanted& wanted) {
    YamlNode* node = &root;
    for (const std::string& part : wanted.path) {
        node->kind = Kind::Map;
        std::size_t at = 0;
        while (at < node->items.size() &&
               (node->items[at].kind != Kind::Scalar || node->items[at].value != part))
            at += 2;
        if (at >= node->items.size()) {
            YamlNode key;
            key.kind = Kind::Scalar;
            key.value = part;
            node->items.push_back(std::move(key));
            node->items.emplace_back();
        }
        node = &node->items[at + 1];
    }
    node->kind = Kind::Scalar;
    node->value = wanted.value;
}

// checkResult reads the edited text and compares every value of it with what it should be.
base::Status checkResult(std::string_view text, const std::vector<TextEdit>& edits,
                         const YamlDocument& before, const std::vector<Wanted>& wanted) {
    YamlNode expected = before.root;
    for (const Wanted& one : wanted)
        setIn(expected, one);
    const auto edited = applyEdits(text, edits);
    const auto after = edited ? parseYaml(*edited) : tl::unexpected<base::Error>(edited.error());
    if (!after || after->furtherLine != 0 || !sameYaml(after->root, expected))
        return uneditableYaml(wanted.front().path, before.root, "the edited text would be read differently");
    return {};
}

base::Status checkDocument(const YamlDocument& document, const std::vector<Wanted>& wanted) {
    if (document.furtherLine != 0) {
        YamlNode further;
        further.line = document.furtherLine;
        return uneditableYaml(wanted.front().path, further, "several documents");
    }
    const auto repeated = repeatedPaths(document);
    if (repeated.empty())
        return {};
    return base::failure(ErrorCode::ConfigDuplicateKey, repeated.front().path,
                         lineList(repeated.front().lines));
}

base::Result<std::vector<TextEdit>> editsFor(std::string_view text, const YamlDocument& document,
                                             const std::vector<Wanted>& wanted) {
    std::vector<TextEdit> edits;
    std::vector<AbsentSetting> absent;
    for (const Wanted& one : wanted) {
        const auto place = locateYaml(text, document, one.path, YamlPurpose::Edit);
        if (!place)
            return tl::unexpected<base::Error>(place.error());
        if (place->matched < one.path.size()) {
            absent.push_back({one.path, *place, one.value});
            continue;
        }
        if (place->value->kind == Kind::Scalar && place->value->value == one.value)
            continue;
        auto edit =
            place->value->kind == Kind::Null ? editNull(text, one, *place) : editScalar(text, one, *place);
        if (!edit)
            return tl::unexpected<base::Error>(edit.error());
        edits.push_back(std::move(*edit));
    }
    auto added = insertYaml(text, document, absent);
    if (!added)
        return added;
    edits.insert(edits.end(), added->begin(), added->end());
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit& a, const TextEdit& b) { return a.offset < b.offset; });
    return edits;
}

} // namespace

base::Result<std::vector<TextEdit>> editYaml(std::string_view text, const std::vector<Setting>& settings) {
    const auto wanted = wantedOf(settings);
    if (!wanted)
        return tl::unexpected<base::Error>(wanted.error());
    const auto document = parseYaml(text);
    if (!document)
        return tl::unexpected<base::Error>(document.error());
    if (wanted->empty())
        return std::vector<TextEdit>{};
    if (auto status = checkDocument(*document, *wanted); !status)
        return tl::unexpected<base::Error>(status.error());
    auto edits = editsFor(text, *document, *wanted);
    if (!edits || edits->empty())
        return edits;
    if (auto status = checkResult(text, *edits, *document, *wanted); !status)
        return tl::unexpected<base::Error>(status.error());
    return edits;
}

} // namespace certwright::config
