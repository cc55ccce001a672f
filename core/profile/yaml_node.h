// Why: a profile is read strictly, with line and column for every mistake; yaml-cpp's own tree forgets where
// keys stood and lets repeated keys, aliases and endless depth through. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/profile/mistake.h"

namespace certwright::profile {

// Place in the text: both count from 0; `column` in octets, as yaml-cpp counts.
struct Place {
    int line = 0;
    int column = 0;
};

// SchemaError is thrown and caught within this room: what is wrong, and where.
// `mistake` has no line and column yet.
struct SchemaError {
    Place place;
    Mistake mistake;
};

enum class NodeKind { Null, Scalar, Sequence, Map };
enum class Quoting { Plain, Quoted };

// Node is one value of the text. A map holds keys[i] (always scalars, all different) with items[i].
struct Node {
    NodeKind kind = NodeKind::Null;
    Place place;
    Quoting quoting = Quoting::Plain;
    // The key whose value it is, or an item of; empty for keys and at the outermost level.
    std::string field;
    std::string text;
    std::vector<Node> keys;
    std::vector<Node> items;
};

// Limits of a profile: far above what one needs, far below what would hurt.
constexpr std::size_t maximumProfileSize = 64UL * 1024;
constexpr std::size_t maximumProfileDepth = 8;

// readYaml reads exactly one document of plain maps, sequences and scalars; throws SchemaError for anything
// else (malformed YAML or UTF-8, a repeated key, an anchor, alias or tag, a second document, size or depth
// beyond the limits).
Node readYaml(std::string_view text);

// placed returns the mistake with line and column for people: both from 1, columns in characters of `text`.
Mistake placed(const SchemaError& error, std::string_view text);

} // namespace certwright::profile
