// Why: the loader of Windows can be told to look beside the library and in the system's folder, and nowhere
// else; it does not say what it did not find.
#include "app/kmc/library.h"

#include <algorithm>
#include <windows.h>

namespace certwright::helper {

tl::expected<Library, vault::kmc::Failure> Library::load(const std::string& path) {
    using vault::kmc::FailureKind;
    std::wstring wide(path.size() + 1, L'\0');
    const int length = MultiByteToWideChar(CP_UTF8, 0, path.data(), static_cast<int>(path.size()),
                                           wide.data(), static_cast<int>(wide.size()));
    wide.resize(static_cast<std::size_t>(std::max(length, 0)));
    std::replace(wide.begin(), wide.end(), L'/', L'\\');
    const HMODULE module = LoadLibraryExW(wide.c_str(), nullptr,
                                          LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (module != nullptr)
        return Library(reinterpret_cast<void*>(module));
    const DWORD number = GetLastError();
    const auto status = static_cast<std::int32_t>(number);
    if (number == ERROR_MOD_NOT_FOUND)
        return tl::unexpected(vault::kmc::Failure{FailureKind::Dependency, "*.dll", status, {}});
    if (number == ERROR_PROC_NOT_FOUND)
        return tl::unexpected(vault::kmc::Failure{FailureKind::Symbol, "*", status, {}});
    return tl::unexpected(vault::kmc::Failure{FailureKind::Load, "LoadLibrary", status, {}});
}

void* Library::function(const char* name) const {
    return reinterpret_cast<void*>(GetProcAddress(reinterpret_cast<HMODULE>(m_handle), name));
}

} // namespace certwright::helper
