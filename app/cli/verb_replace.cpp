// Why: the renewal: any part of what is installed gives way to something new, the rest stays.
#include "app/cli/clean_sources.h"
#include "app/cli/password.h"
#include "app/cli/planned_verb.h"
#include "app/cli/request_arguments.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/replace_job.h"
#include "ui/text/command_text.h"
#include "ui/text/comparison_page.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

namespace {

void showReplacement(Session& session, Output& output, const job::ReplaceJob& job,
                     const profile::Profile& profile) {
    const text::Phrasebook& book = session.book();
    if (!job.selected().empty())
        text::addSelected(output.page(), job.selected(), profile, book);
    output.json()["selected"] = text::jsonOf(job.selected());
    if (!job.comparison())
        return;
    text::addComparison(output.page(), *job.comparison(), book);
    output.json()["comparison"] = text::jsonOf(*job.comparison());
}

} // namespace

int runReplace(Session& session, const Arguments& arguments) {
    Output output(session, "replace", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    profile::Profile profile;
    job::ReplaceRequest request;
    const bool nothingIsFine = !arguments.without.empty() || !arguments.settings.empty();
    if (const auto status =
            readRequest(session, arguments, output,
                        nothingIsFine ? Brought::MaybeNothing : Brought::Something, profile, request.brought))
        return *status;
    const job::Request& brought = request.brought;
    const CleanRequest sources{
        {brought.service, brought.root, brought.home}, wishOf(brought.slots, brought.paths), *at};
    const auto asked = passwordSource(arguments, session);
    job::KnownPasswords passwords(*asked, memoryFor(arguments));
    job::ReplaceJob job(session.environment(*at), std::move(request), passwords);
    const auto plan = job.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    showReplacement(session, output, job, profile);
    showPlan(session, output, *plan);
    text::addKeptCrlHints(output.page(), plan->findings, profile, plan->root, session.book());
    const VerbEnd end = applyPlan(session, arguments, output, job, *plan);
    if (end.change == Change::None)
        return end.status;
    return finishWithCleaning(session, arguments, output, sources, passwords);
}

} // namespace certwright::cli
