// Why: the preview: every change, none of them made.
#include "app/cli/import_verbs.h"
#include "app/cli/verbs.h"

namespace certwright::cli {

int runPlan(Session& session, const Arguments& arguments) {
    Output output(session, "plan", arguments.json ? Format::Json : Format::Text);
    Stages stages(session, arguments, output);
    if (const auto status = stages.check())
        return *status;
    if (const auto status = stages.plan())
        return *status;
    return output.finishWithFindings(stages.findings());
}

} // namespace certwright::cli
