// Why: an existing installation comes under management without a byte of it being changed; so nobody is
// asked.
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/adopt.h"
#include "ui/text/findings_page.h"
#include "ui/text/history_page.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

int runAdopt(Session& session, const Arguments& arguments) {
    Output output(session, "adopt", arguments.json ? Format::Json : Format::Text);
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::AdoptJob adoption(session.environment(session.now()), {place->profile.id, place->root, place->home});
    const auto plan = adoption.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    output.json()["plan"] = text::jsonOf(*plan, session.fileSystem());
    // A service that is adopted already has no areas to work in.
    if (plan->areas.empty() || check::blocks(plan->findings))
        return output.finishWithFindings(plan->findings);
    const int stored = text::addStored(output.page(), *plan, session.fileSystem(), session.book());
    output.page().blank();
    text::addFindings(output.page(), plan->findings, session.book());
    output.json()["findings"] = text::jsonOf(plan->findings, session.books());
    const auto outcome = adoption.apply();
    if (!outcome)
        return output.finishWithError(outcome.error());
    output.json()["receipt"] = text::jsonOf(outcome->receipt);
    if (!outcome->proof.passed.empty()) {
        output.json()["proof"] = text::jsonOf(outcome->proof);
        text::addProof(output.page(), outcome->proof, session.book());
    }
    output.page().blank();
    output.page().line(text::adoptedText(stored, outcome->receipt.id, session.book()), 0, text::Ink::Green);
    return output.finish(exitDone);
}

} // namespace certwright::cli
