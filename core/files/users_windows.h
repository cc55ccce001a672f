// Why: a service that has its certificate open keeps Windows from replacing it; whoever is told which program
// that is knows what to stop. Inside this room's Windows half only.
#pragma once

#include <string>
#include <windows.h>

#include "core/base/result.h"

namespace certwright::files {

// heldFailure is the Error for `number` about `path` (wide: `file`): FileInUse, with the names of the
// programs as detail, where somebody has it open, else windowsFailure.
tl::unexpected<base::Error> heldFailure(DWORD number, const std::wstring& file, const std::string& path);

} // namespace certwright::files
