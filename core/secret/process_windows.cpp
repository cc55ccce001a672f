// Why: what Windows offers to keep a process's memory out of crash reports.
#include "core/secret/process.h"

#include <windows.h>

#include <werapi.h>

namespace certwright::secret {

void forbidDumps() {
    // No crash dialog and no heap in what Windows Error Reporting collects. Debuggers of the same user are
    // allowed by the process's DACL; an administrator's cannot be kept out anyway.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    static_cast<void>(WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP));
}

void wipeFreedMemory() {
    // The heap of Windows has no such switch that a release build may use.
}

} // namespace certwright::secret
