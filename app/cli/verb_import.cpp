// Why: the main job, end to end.
#include "app/cli/import_verbs.h"
#include "app/cli/verbs.h"

namespace certwright::cli {

int runImport(Session& session, const Arguments& arguments) {
    Output output(session, "import", arguments.json ? Format::Json : Format::Text);
    Stages stages(session, arguments, output);
    if (const auto status = stages.check())
        return *status;
    if (const auto status = stages.plan())
        return *status;
    return stages.apply();
}

} // namespace certwright::cli
