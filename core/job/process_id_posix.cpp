// Why: see process_id.h.
#include "core/job/process_id.h"

#include <unistd.h>

namespace certwright::job {

std::uint64_t processId() {
    return static_cast<std::uint64_t>(::getpid());
}

} // namespace certwright::job
