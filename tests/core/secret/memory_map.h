// Why: whether pages are locked, and whether a copy was left somewhere, only the kernel can say.
#pragma once

#include <string>
#include <string_view>

namespace certwright::test {

// vmFlagsAt returns the "VmFlags" line of /proc/self/smaps for the mapping that holds `address`.
std::string vmFlagsAt(const void* address);
// copiesInMemory counts where the octets whose complement is `inverted` (so that the search does not find
// itself) stand in this process's writable memory.
int copiesInMemory(std::string_view inverted);
// inverted returns the complement of each octet of `text`.
std::string inverted(std::string_view text);

} // namespace certwright::test
