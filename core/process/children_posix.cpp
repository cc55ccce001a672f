// Why: see children_posix.h.
#include "core/process/children_posix.h"

#include <csignal>

namespace certwright::process {

void keepEndedChildren() {
    struct sigaction present {};
    if (::sigaction(SIGCHLD, nullptr, &present) == 0 &&
        (present.sa_handler == SIG_IGN || (present.sa_flags & SA_NOCLDWAIT) != 0))
        std::signal(SIGCHLD, SIG_DFL);
}

} // namespace certwright::process
