// Why: what each file holds, and nothing more.
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/inspect.h"
#include "ui/text/command_text.h"
#include "ui/text/inspect_page.h"
#include "ui/text/json_document.h"

namespace certwright::cli {

int runInspect(Session& session, const Arguments& arguments) {
    Output output(session, "inspect", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    job::Environment environment = session.environment(*at);
    const auto passwords = arguments.open ? passwordSource(arguments, session) : nullptr;
    int status = exitDone;
    output.json()["files"] = text::Json::array();
    for (const std::string& path : arguments.paths) {
        const auto file = job::inspect(environment, path, passwords.get());
        if (!file)
            return output.finishWithError(file.error());
        text::addInspected(output.page(), *file, *at, session.book());
        output.json()["files"].push_back(text::jsonOf(*file, *at, session.books()));
        if (file->error)
            status = exitFailed;
        else if (check::blocks(file->findings) && status == exitDone)
            status = exitBlocked;
    }
    return output.finish(status);
}

} // namespace certwright::cli
