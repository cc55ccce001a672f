// Why: a program that is started must not hold our open files: journals, locks, pipes with secrets in them.
// One call in glibc 2.34 says so; the offline archive is compiled for 2.31.
#pragma once

#include <spawn.h>

namespace certwright::process {

// closeFrom lets what is started with `actions` inherit no file from the number `first` on. Call it last
// before posix_spawn. Returns 0 or the error's number.
int closeFrom(posix_spawn_file_actions_t& actions, int first);

// closeOpen is closeFrom for older C libraries: it names those files that are open now. What another thread
// opens between this and posix_spawn is inherited only without O_CLOEXEC, and we open nothing without.
int closeOpen(posix_spawn_file_actions_t& actions, int first);

} // namespace certwright::process
