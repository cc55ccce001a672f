// Why: pages that are locked and kept out of core dumps are asked for differently on each system; inside this
// room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace certwright::secret {

// wholePages rounds `size` octets up to whole pages, at least one; 0 if that number does not exist.
std::size_t wholePages(std::size_t size);
// makePages returns `size` zero octets (a multiple of the page size) on pages of their own, excluded from
// core dumps and, where the system's limit allows it, never swapped out; nullptr if there are none. Give them
// to releasePages.
std::uint8_t* makePages(std::size_t size);
// releasePages wipes what makePages gave and hands it back.
void releasePages(std::uint8_t* pages, std::size_t size);
// wipeOctets overwrites `octets` in a way that the compiler keeps.
void wipeOctets(std::span<std::uint8_t> octets);
// copyOctets copies `from` to `to`, which does not overlap with it, and leaves nothing of it anywhere else.
void copyOctets(std::uint8_t* to, std::span<const std::uint8_t> from);

} // namespace certwright::secret
