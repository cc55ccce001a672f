// Why: files that are to go for good are looked at once more, overwritten and removed one by one; one that
// cannot be removed does not save the others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/files/file_system.h"

namespace certwright::apply {

// WipeOrder is a file to overwrite and remove; `sha256` is what its content was when that was decided.
struct WipeOrder {
    std::string path;
    std::string sha256;
};

// WipeResult: Removed: overwritten and gone, durably. Overwritten: its content is gone, at least in part, but
// its name is still there or may come back after a power cut. Untouched: as it was.
enum class WipeResult { Removed, Overwritten, Untouched };

// WipeOutcome says what became of one file; `error` why, unless it was removed: FileChanged (another content
// than decided on), FileIsSymlink, FileNotRegular, TargetUnsafe (several names), Cancelled, or the file
// system's.
struct WipeOutcome {
    std::string path;
    WipeResult result = WipeResult::Untouched;
    std::optional<base::Error> error;
};

// wipeFiles goes through `orders` in order; every outcome stands where its order does. Each file is hashed
// right before. A cancel is seen between two files; those that are left stay untouched. Can be killed and
// repeated: what is gone is FileNotFound then.
std::vector<WipeOutcome> wipeFiles(files::FileSystem& fileSystem, const std::vector<WipeOrder>& orders,
                                   base::Progress& progress);

} // namespace certwright::apply
