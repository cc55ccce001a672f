// Why: reading and editing must agree on what stands at a path, and on which constructs make that a guess.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/yaml.h"
#include "core/config/yaml_document.h"

namespace certwright::config {

// YamlPath is a dotted path, cut: {"cert", "key_mm"}.
using YamlPath = std::vector<std::string>;

// splitPath cuts at the dots; fails with InvalidArgument (subject: path) if a part is empty, or no printable
// UTF-8.
base::Result<YamlPath> splitPath(std::string_view path);

// YamlPlace is how far a path leads: `matched` of its parts are there, `key` and `value` are the last entry
// met (no key for the root). All entries of `value` end before the offset `bound`. Pointers into the
// document.
struct YamlPlace {
    const YamlNode* key = nullptr;
    const YamlNode* value = nullptr;
    std::size_t matched = 0;
    std::size_t bound = 0;
};

enum class YamlPurpose { Read, Edit };

// locateYaml follows `path` through block maps as far as it leads; a Null on the way ends it. Fails with
// ConfigDuplicateKey if an entry on the way stands twice, ConfigUneditable (subject: `path`, detail: line and
// reason) if the way leads through anything but block maps, or through a merge key; for Edit also if it leads
// through something anchored, tagged or with such a key.
base::Result<YamlPlace> locateYaml(std::string_view text, const YamlDocument& document, const YamlPath& path,
                                   YamlPurpose purpose);

// repeatedPaths is repeatedYamlKeys of a document that is parsed already.
std::vector<RepeatedPath> repeatedPaths(const YamlDocument& document);
// lineList writes "line, line".
std::string lineList(const std::vector<std::size_t>& lines);

// uneditableYaml is the ConfigUneditable of `node`, which stands in the way of `path`.
tl::unexpected<base::Error> uneditableYaml(const YamlPath& path, const YamlNode& node,
                                           std::string_view reason);
// kindName says what a node is that is no plain or quoted scalar, for reasons.
std::string_view kindName(const YamlNode& node);

// valueStart returns the offset behind the ':' of `key`; nothing if it does not stand on the key's line.
std::optional<std::size_t> valueStart(std::string_view text, const YamlNode& key);
// restIsBlank tells whether from `offset` to the end of its line there are only spaces and, behind one, a
// comment.
bool restIsBlank(std::string_view text, std::size_t offset);
// nullStop returns the offset behind a written null ("~", "null") that stands at `value` on the line of
// `from`, an offset before it; nothing if the Null has no text there.
std::optional<std::size_t> nullStop(std::string_view text, std::size_t from, const YamlNode& value);

} // namespace certwright::config
