// Why: what is wrong with a service folder that anyone made, why it matters, and with --fix the mending.
#include "app/cli/planned_verb.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/doctor_job.h"
#include "ui/text/command_text.h"
#include "ui/text/doctor_page.h"
#include "ui/text/json_doctor.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

namespace {

int statusOf(const job::Doctored& doctored) {
    return doctored.blocks() ? exitBlocked : exitDone;
}

base::Result<job::Doctored> look(Session& session, const ServicePlace& place, base::Time at) {
    job::Environment environment = session.environment(at);
    const auto service = job::openService(environment, place.profile.id, place.root, place.home);
    if (!service)
        return tl::unexpected(service.error());
    return job::diagnose(environment, *service);
}

int mend(Session& session, const Arguments& arguments, Output& output, const ServicePlace& place,
         base::Time at) {
    job::RepairJob repair(session.environment(at), {place.profile.id, place.root, place.home});
    const auto plan = repair.plan();
    if (!plan)
        return output.finishWithError(plan.error());
    showPlan(session, output, *plan);
    // From here on "findings" are those of the plan.
    output.json()["diagnosis"] = output.json()["findings"];
    const VerbEnd end = applyPlan(session, arguments, output, repair, *plan);
    if (end.change == Change::None)
        return end.status;
    const auto left = look(session, place, at);
    if (!left)
        return output.finishWithError(left.error());
    output.json()["remaining"] = text::jsonOf(*left, session.books());
    text::addRemainder(output.page(), *left, session.book());
    return output.finish(statusOf(*left));
}

} // namespace

int runDoctor(Session& session, const Arguments& arguments) {
    Output output(session, "doctor", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    const auto found = look(session, *place, *at);
    if (!found)
        return output.finishWithError(found.error());
    text::addProof(output.page(), found->proof, session.book());
    output.json()["proof"] = text::jsonOf(found->proof);
    output.json()["findings"] = text::jsonOf(*found, session.books());
    text::addDiagnosis(output.page(), *found, session.book());
    text::addPrognosis(output.page(), *found, session.book());
    if (arguments.fix && found->mendable() > 0)
        return mend(session, arguments, output, *place, *at);
    return output.finish(statusOf(*found));
}

} // namespace certwright::cli
