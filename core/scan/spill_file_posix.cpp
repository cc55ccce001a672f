// Why: see spill_file.h.
#include "core/scan/spill_file.h"

#include <sys/types.h>

namespace certwright::scan {

std::FILE* openSpillFile() {
    return std::tmpfile();
}

bool seekTo(std::FILE* file, std::uint64_t place) {
    return ::fseeko(file, static_cast<off_t>(place), SEEK_SET) == 0;
}

} // namespace certwright::scan
