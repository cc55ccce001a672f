// Why: Wine keeps less than Windows does (no protected access lists, no inherited entries, no long final
// names); what it cannot show is asserted on a real Windows only, and says so.
#pragma once

#include <windows.h>

namespace certwright::test {

// onWine tells Wine from Windows, by what only its ntdll has.
inline bool onWine() {
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

} // namespace certwright::test
