// Why: the first stage alone: every verdict, nothing planned.
#include "app/cli/import_verbs.h"
#include "app/cli/verbs.h"

namespace certwright::cli {

int runCheck(Session& session, const Arguments& arguments) {
    Output output(session, "check", arguments.json ? Format::Json : Format::Text);
    Stages stages(session, arguments, output);
    if (const auto status = stages.check())
        return *status;
    return output.finishWithFindings(stages.findings());
}

} // namespace certwright::cli
