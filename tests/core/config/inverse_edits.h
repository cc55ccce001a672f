// Why: "undo is byte-identical" is checked with edits too, so that a test sees that the edits themselves lose
// nothing.
#pragma once

#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::test {

// inverseEdits returns the edits that lead from the edited text back to `text`.
inline std::vector<config::TextEdit> inverseEdits(std::string_view text,
                                                  const std::vector<config::TextEdit>& edits) {
    std::vector<config::TextEdit> inverse;
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const config::TextEdit& edit : edits) {
        inverse.push_back({edit.offset + added - removed, edit.content.size(),
                           std::string(text.substr(edit.offset, edit.length))});
        added += edit.content.size();
        removed += edit.length;
    }
    return inverse;
}

} // namespace certwright::test
