// Why: a file is opened for reading in one way, whether it is read whole or in pieces. Inside this room's
// POSIX half only.
#pragma once

#include "core/files/file_system.h"

namespace certwright::files {

// openLocalFile and readLocalFile do what FileReader's open and read promise.
base::Result<std::unique_ptr<OpenFile>> openLocalFile(const std::string& path, std::uint64_t maximum,
                                                      Links links);
base::Result<base::Bytes> readLocalFile(const std::string& path, std::uint64_t maximum, Links links);

} // namespace certwright::files
