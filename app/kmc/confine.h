// Why: somebody else's library gets a process with as few powers and traces as each system allows.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

namespace certwright::helper {

// confine makes new files private, keeps this process from gaining rights and from writing large files, and
// ends it with its parent (Linux: PR_SET_PDEATHSIG; Windows: the parent's job object).
void confine();
// becomeAccount gives up root for `account` (user, group) for good. 0, or the system's number of the failure.
int becomeAccount(const std::optional<std::pair<std::uint32_t, std::uint32_t>>& account);
// endNow ends this process without asking the library's destructors.
[[noreturn]] void endNow(int status);

} // namespace certwright::helper
