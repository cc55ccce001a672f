// Why: a new master key now and then, with everything sealed anew, as one act like an import.
#include "app/cli/planned_verb.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/rotate.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

int runRotate(Session& session, const Arguments& arguments) {
    Output output(session, "rotate", arguments.json ? Format::Json : Format::Text);
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::RotateJob rotation(session.environment(session.now()),
                            {place->profile.id, place->root, place->home});
    const auto plan = rotation.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    showPlan(session, output, *plan);
    const VerbEnd end = applyPlan(session, arguments, output, rotation, *plan);
    if (end.change == Change::None)
        return end.status;
    output.page().line(commandText(text::CommandPhrase::RotateDone, session.book()));
    return output.finish(end.status);
}

} // namespace certwright::cli
