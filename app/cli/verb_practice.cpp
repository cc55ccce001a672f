// Why: something to try everything on that cannot hurt.
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/job/practice.h"
#include "ui/text/command_text.h"
#include "ui/text/practice_text.h"

namespace certwright::cli {

int runPractice(Session& session, const Arguments& arguments) {
    Output output(session, "practice", arguments.json ? Format::Json : Format::Text);
    const std::string& folder = arguments.paths.front();
    job::Environment environment = session.environment(session.now());
    const auto made = job::makePractice(environment, folder, text::practiceReadme());
    if (!made)
        return output.finishWithError(made.error());
    output.json()["folder"] = folder;
    output.json()["sets"] = text::Json::array();
    for (const job::PracticeSet& set : job::practiceSets())
        output.json()["sets"].push_back({{"id", set.id},
                                         {"service", set.service},
                                         {"expected", set.expected},
                                         {"password", set.password}});
    output.page().line(
        commandText(text::CommandPhrase::PracticeDone, session.book()).arg(text::shown(folder)), 0,
        text::Ink::Green);
    output.page().line(commandText(text::CommandPhrase::PracticeNext, session.book())
                           .arg(text::shown(folder + "/README.md")));
    return output.finish(exitDone);
}

} // namespace certwright::cli
