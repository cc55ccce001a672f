// Why: see readiness.h; Windows has no systemd.
#include "app/cli/readiness.h"

namespace certwright::cli {

void tellReady() {}

} // namespace certwright::cli
