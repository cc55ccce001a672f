// Why: what a file system can and cannot do is asked before anything is written to it. Inside this room only.
#pragma once

#include "core/files/file_system.h"

namespace certwright::files {

// volumeAt is FileReader::volume, accessListAt FileReader::hasAccessList, for this computer.
base::Result<Volume> volumeAt(const std::string& folder);
base::Result<bool> accessListAt(const std::string& path);

} // namespace certwright::files
