// Why: a new master key now and then, with everything sealed anew, as one act like an import.
#include "app/cli/confirm.h"
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/rotate.h"
#include "ui/text/command_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

int runRotate(Session& session, const Arguments& arguments) {
    Output output(session, "rotate", arguments.json ? Format::Json : Format::Text);
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::RotateJob rotation(session.environment(session.now()), place->profile.id, place->root, place->home);
    const auto plan = rotation.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    text::addPlan(output.page(), *plan, session.fileSystem(), session.book());
    output.json()["plan"] = text::jsonOf(*plan, session.fileSystem());
    if (check::blocks(plan->findings))
        return output.finishWithFindings(plan->findings);
    output.json()["findings"] = text::jsonOf(plan->findings, session.books());
    output.page().blank();
    text::addFindings(output.page(), plan->findings, session.book());
    output.flush();
    if (const auto status = confirmed(session, arguments, output))
        return *status;
    const auto outcome = rotation.apply();
    if (!outcome)
        return output.finishWithError(outcome.error());
    output.json()["proof"] = text::jsonOf(outcome->proof);
    output.json()["receipt"] = text::jsonOf(outcome->receipt);
    output.json()["undone"] = outcome->undone;
    text::addFindings(output.page(), outcome->proof.failures, session.book());
    text::addOutcome(output.page(), *outcome, session.book());
    if (!outcome->undone)
        output.page().line(commandText(text::CommandPhrase::RotateDone, session.book()));
    return output.finish(outcome->undone ? exitFailed : exitDone);
}

} // namespace certwright::cli
