// Why: an edit that does not fit its text is a programming error that must not become a damaged file.
#include "core/config/text_edit.h"

namespace certwright::config {

base::Result<std::string> applyEdits(std::string_view text, const std::vector<TextEdit>& edits) {
    std::string out;
    out.reserve(text.size());
    std::size_t done = 0;
    for (const TextEdit& edit : edits) {
        if (edit.offset < done)
            return base::failure(base::ErrorCode::InvalidArgument, "edits", "unsorted or overlapping");
        if (edit.offset > text.size() || edit.length > text.size() - edit.offset)
            return base::failure(base::ErrorCode::InvalidArgument, "edits", "outside the text");
        out += text.substr(done, edit.offset - done);
        out += edit.content;
        done = edit.offset + edit.length;
    }
    out += text.substr(done);
    return out;
}

} // namespace certwright::config
