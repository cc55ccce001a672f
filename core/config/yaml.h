// Why: the AOI service's config.yaml is written by hand; yaml-cpp tells where a value stands and re-checks
// the result, and no other byte moves.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::config {

// maximumYamlSize is the longest text, in octets, that is parsed.
inline constexpr std::size_t maximumYamlSize = std::size_t{1} << 20U;

// yamlScalar reads the scalar at a dotted path; nothing if the path is absent or its value is null.
// ConfigInvalid (detail: line:column and reason) if the text is no YAML or has characters or nesting that no
// config needs, FileTooLarge above maximumYamlSize, ConfigDuplicateKey (subject: path, detail: "line, line")
// if a part of the path stands twice, ConfigUneditable if the path leads through something that is no block
// mapping, or may lead through a merge key (subject: path, detail: line and reason).
base::Result<std::optional<Occurrence>> yamlScalar(std::string_view text, std::string_view path);

// repeatedYamlKeys lists every dotted path below the mappings that stands twice (yaml-cpp and PyYAML silently
// take one of them), each with its lines. Fails with ConfigInvalid and FileTooLarge as yamlScalar does.
struct RepeatedPath {
    std::string path;
    std::vector<std::size_t> lines;
};
base::Result<std::vector<RepeatedPath>> repeatedYamlKeys(std::string_view text);

// editYaml returns the edits that give each path of `settings` its value as a string scalar. A present scalar
// keeps its quoting style where that style can carry the value (plain values that YAML would read as
// something other than a string are quoted); one that already reads as the wanted text gives no edit.
// Comments, order, indentation, line ends, BOM and a missing final newline stay. An absent key is added at
// the end of its block mapping (at the end of the document for the outermost) with that mapping's
// indentation; an absent parent mapping is added at the end of the mapping that lacks it. The edited text is
// parsed again and every value compared, changed and unchanged alike. Fails as yamlScalar and
// repeatedYamlKeys do; with ConfigDuplicateKey (subject: path, detail: "line, line") for any path that stands
// twice; with ConfigUneditable (subject: path, detail: line and reason) where the value, or a mapping around
// it, is anchored, aliased, tagged, beside a merge key, a flow mapping or a block scalar, where it stands on
// several lines, or where the file holds several documents; with InvalidArgument for a path with an empty
// part, paths of which one contains another, and values that are not UTF-8 or hold NUL.
base::Result<std::vector<TextEdit>> editYaml(std::string_view text, const std::vector<Setting>& settings);

} // namespace certwright::config
