// Why: a file is opened for reading in one way, whether it is read whole or in pieces. Inside this room's
// Windows half only.
#pragma once

#include "core/files/file_system.h"
#include "core/files/system_windows.h"

namespace certwright::files {

// followFlags are what CreateFileW needs to open a file or folder, and a link itself where links are refused.
DWORD followFlags(Links links);
// openHandle opens what exists at `path`; others may go on using it.
base::Result<Handle> openHandle(const std::string& path, DWORD access, DWORD flags);
// joined is the 64-bit number of which Windows gives two halves.
std::uint64_t joined(DWORD high, DWORD low);

// openLocalFile and readLocalFile do what FileReader's open and read promise.
base::Result<std::unique_ptr<OpenFile>> openLocalFile(const std::string& path, std::uint64_t maximum,
                                                      Links links);
base::Result<base::Bytes> readLocalFile(const std::string& path, std::uint64_t maximum, Links links);

} // namespace certwright::files
