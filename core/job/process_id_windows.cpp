// Why: see process_id.h.
#include "core/job/process_id.h"

#include <windows.h>

namespace certwright::job {

std::uint64_t processId() {
    return ::GetCurrentProcessId();
}

} // namespace certwright::job
