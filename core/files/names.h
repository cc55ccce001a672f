// Why: swapping folders, second names and overwriting are verbs that few file systems share; they stand apart
// from the everyday ones. Inside this room only.
#pragma once

#include "core/files/file_system.h"

namespace certwright::files {

// exchangeNames, linkName and wipeFile are FileSystem::exchange, link and wipe, for this computer.
base::Status exchangeNames(const std::string& one, const std::string& other);
base::Status linkName(const std::string& from, const std::string& to);
base::Status wipeFile(const std::string& path);

} // namespace certwright::files
