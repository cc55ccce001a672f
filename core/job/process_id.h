// Why: who holds a lock is told with a number that a person can look for in a list of processes.
#pragma once

#include <cstdint>

namespace certwright::job {

// processId is the system's number of this process.
std::uint64_t processId();

} // namespace certwright::job
