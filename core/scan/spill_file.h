// Why: a search through millions of files puts their paths aside, into a file that nobody else sees and that
// is gone with its last user. Inside this room only.
#pragma once

#include <cstdint>
#include <cstdio>

namespace certwright::scan {

// openSpillFile opens such a file for reading and writing, null if there is none to be had.
std::FILE* openSpillFile();
// seekTo goes to octet `place`, which may lie beyond 2 GiB.
bool seekTo(std::FILE* file, std::uint64_t place);

} // namespace certwright::scan
