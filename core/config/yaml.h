// Why: the AOI service's config.yaml is written by hand; yaml-cpp tells where a value stands and re-checks the result,
// and no other byte moves.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::config {

// yamlScalar reads the scalar at a dotted path; nothing if the path is absent or its value is null. ConfigInvalid (detail: line:column and reason)
// if the text is no YAML, ConfigUneditable if the path leads through something that is no block mapping (subject: path, detail: line).
base::Result<std::optional<Occurrence>> yamlScalar(std::string_view text, std::string_view path);

// repeatedYamlKeys lists every dotted path below the mappings that stands twice (yaml-cpp and PyYAML silently take one
// of them), each with its lines.
struct RepeatedPath {
    std::string path;
    std::vector<std::size_t> lines;
};
base::Result<std::vector<RepeatedPath>> repeatedYamlKeys(std::string_view text);

// editYaml returns the edits that give each path of `settings` its value as a string scalar. A present scalar keeps its
// quoting style where that style can carry the value (plain values that YAML would read as something other than a
// string are quoted); comments, order, indentation, line ends, BOM and a missing final newline stay. An absent key is
// added at the end of its block mapping with that mapping's indentation; an absent parent mapping is added at the end of
// the document. The edited text is parsed again and every value compared, changed and unchanged alike. Fails with
// ConfigInvalid, ConfigDuplicateKey (subject: path, detail: "line, line"), or ConfigUneditable (subject: path, detail:
// line and reason) where the value is anchored, aliased, tagged, a merge key, a flow mapping, a block scalar, or the
// file holds several documents.
base::Result<std::vector<TextEdit>> editYaml(std::string_view text, const std::vector<Setting>& settings);

} // namespace certwright::config
