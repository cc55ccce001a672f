// Why: what Linux offers to keep a process's memory to itself.
#include "core/secret/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace certwright::secret {

void forbidDumps() {
    // Not dumpable also means that no process of the same user may attach or read /proc/<pid>/mem (prctl(2),
    // ptrace(2)).
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const struct rlimit none { 0, 0 };
    ::setrlimit(RLIMIT_CORE, &none);
}

void narrowLibraries() {}

} // namespace certwright::secret
