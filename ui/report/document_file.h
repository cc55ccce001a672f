// Why: what a person saves for themselves (reports, lists of findings) is there as a whole or not at all,
// and a full disk is told.
#pragma once

#include <string>

#include "core/base/random_source.h"
#include "core/files/file_system.h"

namespace certwright::report {

// writeDocument puts `content` at `path` (absolute) in one step, in place of a file that is there: the person
// was asked about that. The mode is 0644: what is handed over holds no secret. The folder may be named
// through links. Errors: those of the file system; nothing is left behind then.
base::Status writeDocument(files::FileSystem& fileSystem, base::RandomSource& random, const std::string& path,
                           base::ByteView content);

} // namespace certwright::report
