// Why: see planned_verb.h.
#include "app/cli/planned_verb.h"

#include "app/cli/confirm.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

void showPlan(Session& session, Output& output, const plan::Plan& plan) {
    text::addPlan(output.page(), plan, session.fileSystem(), session.book());
    output.json()["plan"] = text::jsonOf(plan, session.fileSystem());
}

check::Findings toldOf(const job::Outcome& outcome) {
    check::Findings told = outcome.proof.failures;
    told.insert(told.end(), outcome.told.begin(), outcome.told.end());
    return told;
}

VerbEnd applyPlan(Session& session, const Arguments& arguments, Output& output, job::PlannedJob& job,
                  const plan::Plan& plan) {
    const bool nothing = plan.changes.empty() && plan.operation != plan::Operation::Adopt;
    if (nothing || check::blocks(plan.findings))
        return {output.finishWithFindings(plan.findings)};
    output.json()["findings"] = text::jsonOf(plan.findings, session.books());
    output.page().blank();
    text::addFindings(output.page(), plan.findings, session.book());
    output.flush();
    if (const auto status = confirmed(session, arguments, output))
        return {*status};
    const auto outcome = job.apply();
    if (!outcome)
        return {output.finishWithError(outcome.error())};
    output.json()["proof"] = text::jsonOf(outcome->proof);
    output.json()["receipt"] = text::jsonOf(outcome->receipt);
    output.json()["undone"] = outcome->undone;
    text::addFindings(output.page(), outcome->proof.failures, session.book());
    text::addOutcome(output.page(), *outcome, session.book(), plan.operation);
    if (!outcome->told.empty())
        text::addFindings(output.page(), outcome->told, session.book());
    output.json()["told"] = text::jsonOf(toldOf(*outcome), session.books());
    if (outcome->undone)
        return {output.finish(exitFailed)};
    return {exitDone, Change::Made};
}

int runPlanned(Session& session, const Arguments& arguments, Output& output, job::PlannedJob& job) {
    const auto plan = job.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    showPlan(session, output, *plan);
    const VerbEnd end = applyPlan(session, arguments, output, job, *plan);
    return end.change == Change::Made ? output.finish(end.status) : end.status;
}

} // namespace certwright::cli
