// Why: what Windows offers to keep a process's memory out of crash reports.
#include "core/secret/process.h"

#include <windows.h>

// kernel32's, declared here because the header for it is not usable with every compiler for Windows.
extern "C" __declspec(dllimport) HRESULT WINAPI WerSetFlags(DWORD flags);

namespace certwright::secret {

namespace {
constexpr DWORD noHeapInReports = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
} // namespace

void forbidDumps() {
    // No crash dialog and no heap in what Windows Error Reporting collects. Debuggers of the same user are
    // allowed by the process's DACL; an administrator's cannot be kept out anyway.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    static_cast<void>(WerSetFlags(noHeapInReports));
}

void wipeFreedMemory() {
    // The heap of Windows has no such switch that a release build may use.
}

} // namespace certwright::secret
