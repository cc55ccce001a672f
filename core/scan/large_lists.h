// Why: a revocation list over 10 MiB is read as it comes, in memory that does not grow with it, and no
// further than there is a list. Inside this room only.
#pragma once

#include <functional>

#include "core/base/progress.h"
#include "core/document/object.h"
#include "core/files/folder.h"

namespace certwright::scan {

// So many octets that belong to no list end the reading of a file.
inline constexpr std::uint64_t mostIdle = std::uint64_t{1024} * 1024;

// Extent tells how far a file was read. Cancelled: the person wants to stop.
enum class Extent { Whole, Part, Cancelled };

// LargeLists are told what is found, as it is found, and how many octets were read, for every MiB.
struct LargeLists {
    std::function<void(const document::ParsedFile&)> found;
    std::function<void(std::uint64_t)> reading;
};

// readLists reads the lists of `file`, of which `first` has been read, PEM or DER, up to the size that it had
// when it was opened. What is no list is left out. Errors: the file's.
base::Result<Extent> readLists(files::FolderFile& file, base::ByteView first, const LargeLists& lists,
                               const base::Progress& progress);

} // namespace certwright::scan
