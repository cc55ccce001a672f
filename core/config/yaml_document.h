// Why: yaml-cpp's nodes forget how a value was written (anchors, styles, doubled keys); its events do not, so
// the tree here is built from them and knows where in the text everything stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace certwright::config {

// YamlNode is a value, or a key, of the document. `offset` and `line` (from 1) are where it begins, tag and
// anchor included; for a Null without text they are those of whatever follows. `items` are the items of a
// sequence, or key and value in turn of a map.
struct YamlNode {
    enum class Kind { Null, Scalar, Alias, Sequence, Map };
    enum class Layout { Block, Flow };
    // Anchored: has an anchor, so that other places of the document share it. Tagged: has a tag of its own.
    enum class Property { None, Anchored, Tagged };

    Kind kind = Kind::Null;
    Layout layout = Layout::Block;
    Property property = Property::None;
    std::string tag;
    std::string value;
    std::size_t offset = 0;
    std::size_t line = 1;
    std::vector<YamlNode> items;
};

// YamlDocument is the one document of a text. `end` is the offset behind it: of a "..." line, or the text's
// size. `furtherLine` is the line of a second document, 0 if there is none; it is not read.
struct YamlDocument {
    YamlNode root;
    std::size_t end = 0;
    std::size_t furtherLine = 0;
};

// parseYaml reads `text`; a text without any content is a Null root. Fails as guardYaml does, and with
// ConfigInvalid (detail: "line:column reason") for what yaml-cpp refuses.
base::Result<YamlDocument> parseYaml(std::string_view text);

// sameYaml compares values, tags, order and aliases, not places and quoting styles.
bool sameYaml(const YamlNode& a, const YamlNode& b);

} // namespace certwright::config
