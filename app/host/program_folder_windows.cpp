// Why: see program_folder.h.
#include "app/host/program_folder.h"

#include <vector>

#include <windows.h>

#include "app/host/wide_text_windows.h"

namespace certwright::host {

std::string programFolder() {
    constexpr DWORD longest = 32768; // what a path can be at most
    std::vector<wchar_t> wide(longest);
    const DWORD length = GetModuleFileNameW(nullptr, wide.data(), longest);
    if (length == 0 || length >= longest)
        return {};
    const std::string path = narrowPath({wide.data(), length});
    return path.substr(0, path.find_last_of('/'));
}

} // namespace certwright::host
