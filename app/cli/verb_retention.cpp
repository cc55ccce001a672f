// Why: the date on which a service deletes its own certificates is seen and moved here.
#include "app/cli/planned_verb.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/retention_job.h"
#include "ui/text/command_text.h"
#include "ui/text/json_dates.h"
#include "ui/text/retention_page.h"

namespace certwright::cli {

namespace {

int show(Session& session, Output& output, const ServicePlace& place) {
    job::Environment environment = session.environment(session.now());
    const auto service = job::openService(environment, place.profile.id, place.root, place.home);
    if (!service)
        return output.finishWithError(service.error());
    const auto view = job::viewRetention(environment, *service);
    if (!view)
        return output.finishWithError(view.error());
    text::addRetention(output.page(), *view, service->profile, session.now(), session.book());
    output.json()["retention"] = text::jsonOf(*view, service->profile, session.now());
    return output.finishWithFindings(view->findings);
}

// wanted is the date that the options name; nothing if they name none that the profile allows.
std::optional<base::Time> wanted(const Session& session, const Arguments& arguments,
                                 const profile::Retention& limits) {
    const base::Time now = session.now();
    if (arguments.days >= 0) {
        const bool fits = arguments.days >= limits.minimumDays && arguments.days <= limits.maximumDays;
        return fits ? std::optional(now + std::chrono::days(arguments.days)) : std::nullopt;
    }
    const auto until = base::parseTime(arguments.until);
    const bool fits = until && *until >= now + std::chrono::days(limits.minimumDays) &&
                      *until <= now + std::chrono::days(limits.maximumDays);
    return fits ? until : std::nullopt;
}

} // namespace

int runRetention(Session& session, const Arguments& arguments) {
    Output output(session, "retention", arguments.json ? Format::Json : Format::Text);
    if (arguments.days >= 0 && !arguments.until.empty())
        return output.finishWithUsage(text::twoDatesText(session.book()));
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    if (!place->profile.retention) {
        output.page().line(text::noRetentionText(place->profile, session.book()));
        return output.finishWithError({base::ErrorCode::InvalidArgument, "retention", place->profile.id});
    }
    if (arguments.days < 0 && arguments.until.empty())
        return show(session, output, *place);
    const profile::Retention& limits = *place->profile.retention;
    const auto until = wanted(session, arguments, limits);
    if (!until)
        return output.finishWithUsage(arguments.days >= 0
                                          ? text::badDaysText(limits, session.book())
                                          : text::badUntilText(limits, session.now(), session.book()));
    job::RetentionJob job(session.environment(session.now()), {place->profile.id, place->root, place->home},
                          *until);
    return runPlanned(session, arguments, output, job);
}

} // namespace certwright::cli
