// Why: a process that holds secrets should not hand them to a core dump, a debugger or recycled heap memory.
#pragma once

namespace certwright::secret {

// forbidDumps switches off core dumps and attaching debuggers for this process (Linux: PR_SET_DUMPABLE,
// RLIMIT_CORE; Windows: its access list). Call first thing in main.
void forbidDumps();
// wipeFreedMemory makes whatever is freed from now on, libraries' memory included, be overwritten first
// (glibc: this room's own free and realloc in front of the C library's; elsewhere and under sanitizers
// nothing). Call before a secret is asked for.
void wipeFreedMemory();
// narrowLibraries makes libraries be loaded from the program's own folder and the system's only, not from the
// working folder or PATH (Windows; elsewhere nothing does that). Call first thing in main.
void narrowLibraries();

} // namespace certwright::secret
