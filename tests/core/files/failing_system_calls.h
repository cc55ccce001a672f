// Why: full disks, quotas and dying disks cannot be had in a test without root; the kernel can be asked to
// pretend.
#pragma once

#include <functional>
#include <vector>

namespace certwright::test {

// withFailingCalls runs `action` in a thread in which the system calls `calls` (SYS_...) do nothing but fail
// with `error`; other threads are not affected. Returns whether the kernel agreed (seccomp; no privilege
// needed).
bool withFailingCalls(const std::vector<long>& calls, int error, const std::function<void()>& action);

} // namespace certwright::test
