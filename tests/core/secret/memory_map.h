// Why: whether pages are locked, and whether a copy was left somewhere, only the kernel can say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace certwright::test {

// PageState is what the kernel says of a page: that it stays in memory, and that no dump holds it (Windows
// does not tell which pages it leaves out: always true).
struct PageState {
    bool locked = false;
    bool undumped = false;
};
PageState pageStateOf(const void* address);
// pageSize is in octets.
std::size_t pageSize();
// locksWork tells whether this process can lock a page at all: limits may forbid it, sanitizers pretend.
bool locksWork();
// copiesInMemory counts where the octets whose complement is `inverted` (so that the search does not find
// itself) stand in this process's writable memory.
int copiesInMemory(std::string_view inverted);
// inverted returns the complement of each octet of `text`.
std::string inverted(std::string_view text);

} // namespace certwright::test
