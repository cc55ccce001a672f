// Why: see title_bars.h; the desktop window manager is asked by name, because its library is not on every
// Windows that has no desktop.
#include "ui/widget/title_bars.h"

#include <windows.h>

namespace certwright::widget {

namespace {

constexpr DWORD immersiveDarkMode = 20; // DWMWA_USE_IMMERSIVE_DARK_MODE

using SetAttribute = HRESULT(WINAPI*)(HWND, DWORD, LPCVOID, DWORD);

SetAttribute setAttribute() {
    const HMODULE library = LoadLibraryExW(L"dwmapi.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (library == nullptr)
        return nullptr;
    return reinterpret_cast<SetAttribute>(
        reinterpret_cast<void*>(GetProcAddress(library, "DwmSetWindowAttribute")));
}

} // namespace

DarkenFrame systemFrame() {
    return [set = setAttribute()](const QWidget& window, bool dark) {
        const BOOL value = dark ? TRUE : FALSE;
        if (set != nullptr)
            set(reinterpret_cast<HWND>(window.internalWinId()), immersiveDarkMode, &value, sizeof value);
    };
}

} // namespace certwright::widget
