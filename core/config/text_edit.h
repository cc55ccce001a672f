// Why: config files stay the user's (DESIGN promise 5): an editor returns the few bytes that change, the
// preview shows those same edits, and everything else survives to the byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace certwright::config {

// TextEdit replaces `length` octets at `offset` of the original text by `content`.
struct TextEdit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string content;

    bool operator==(const TextEdit&) const = default;
};

// Setting is one value that the file shall have. `key` is the flat key or, for YAML, a dotted path
// ("cert.key_mm").
struct Setting {
    std::string key;
    std::string value;
};

// Occurrence is where a value stands now: 1-based line, and the value without quotes and surrounding spaces.
struct Occurrence {
    std::string value;
    std::size_t line = 0;
};

// applyEdits returns `text` with all edits done; edits must be sorted by offset and must not overlap
// (InvalidArgument).
base::Result<std::string> applyEdits(std::string_view text, const std::vector<TextEdit>& edits);

// LineDifference is one line of a difference: ' ' kept, '-' old, '+' new. `line` counts from 1 in the old
// text for ' ' and '-', in the new text for '+'.
struct LineDifference {
    char kind = ' ';
    std::size_t line = 0;
    std::string text;
};

// lineDifferences lists the changed lines between the two texts with `context` kept lines around each change.
std::vector<LineDifference> lineDifferences(std::string_view before, std::string_view after,
                                            std::size_t context);

} // namespace certwright::config
