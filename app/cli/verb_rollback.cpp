// Why: stands in until its verb is written.
#include "app/cli/output.h"
#include "app/cli/verbs.h"

namespace certwright::cli {

int runRollback(Session&, const Arguments&) {
    return exitUsage;
}

} // namespace certwright::cli
