// Why: an absent key must land in its own map, indented as its neighbours are, whatever comments stand
// around.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/config/text_edit.h"
#include "core/config/yaml_locate.h"

namespace certwright::config {

// AbsentSetting is a value whose path leads only to `place`, whose value is a block map or Null.
struct AbsentSetting {
    YamlPath path;
    YamlPlace place;
    std::string value;
};

// insertYaml returns the edits that add all of `settings` at the ends of their maps, in their order; sorted
// by offset. Pieces for one offset are one edit. Fails with ConfigUneditable (subject: path, detail: line and
// reason).
base::Result<std::vector<TextEdit>> insertYaml(std::string_view text, const YamlDocument& document,
                                               const std::vector<AbsentSetting>& settings);

} // namespace certwright::config
