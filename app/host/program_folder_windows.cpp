// Why: see program_folder.h.
#include "app/host/program_folder.h"

#include <algorithm>
#include <array>

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

std::vector<std::string> workFolders() {
    std::array<wchar_t, MAX_PATH + 1> place{};
    GetTempPathW(static_cast<DWORD>(place.size()), place.data());
    std::array<char, 4 * MAX_PATH> out{};
    WideCharToMultiByte(CP_UTF8, 0, place.data(), -1, out.data(), static_cast<int>(out.size()), nullptr,
                        nullptr);
    std::string folder = out.data();
    std::replace(folder.begin(), folder.end(), '\\', '/');
    while (folder.size() > 3 && folder.back() == '/')
        folder.pop_back();
    return {folder};
}

} // namespace certwright::host
