// Why: what Windows offers to keep a process's memory to itself.
#include "core/secret/process.h"

#include <array>
#include <cstdint>
#include <string>

#include <windows.h>

#include <sddl.h>

// kernel32's, declared here because the header for it is not usable with every compiler for Windows.
extern "C" __declspec(dllimport) HRESULT WINAPI WerSetFlags(DWORD flags);

namespace certwright::secret {

namespace {

constexpr DWORD noHeapInReports = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP

// ownSid returns this account's identifier in its text form, empty on failure.
std::wstring ownSid() {
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    alignas(TOKEN_USER) std::array<std::uint8_t, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> buffer{};
    DWORD length = 0;
    const BOOL known =
        GetTokenInformation(token, TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()), &length);
    CloseHandle(token);
    LPWSTR text = nullptr;
    if (!known ||
        !ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid, &text))
        return {};
    std::wstring sid = text;
    LocalFree(text);
    return sid;
}

// Another program of the same account may see this process and end it, not read or write its memory, nor take
// its handles. "OW" keeps the owner from changing that, which he otherwise always may. Whoever may debug
// everything (an administrator with that privilege) is not kept out.
void shutMemory() {
    constexpr const wchar_t* seeAndEnd = L"0x00121001"; // READ_CONTROL, SYNCHRONIZE, QUERY_LIMITED, TERMINATE
    const std::wstring sid = ownSid();
    if (sid.empty())
        return;
    const std::wstring text =
        L"D:P(A;;" + std::wstring(seeAndEnd) + L";;;" + sid + L")(A;;RC;;;OW)(A;;GA;;;SY)";
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &descriptor,
                                                              nullptr))
        return;
    static_cast<void>(SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, descriptor));
    LocalFree(descriptor);
}

} // namespace

void forbidDumps() {
    // No crash dialog and no heap in what Windows Error Reporting collects.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    static_cast<void>(WerSetFlags(noHeapInReports));
    shutMemory();
}

void wipeFreedMemory() {
    // The heap of Windows has no such switch that a release build may use.
}

void narrowLibraries() {
    SetDllDirectoryW(L"");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_APPLICATION_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32 |
                             LOAD_LIBRARY_SEARCH_USER_DIRS);
}

} // namespace certwright::secret
