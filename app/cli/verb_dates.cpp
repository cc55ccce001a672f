// Why: one list of everything that will stop a service, for people, for monitors and for calendars.
#include <algorithm>
#include <cstdio>

#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/apply/history.h"
#include "core/base/utf8.h"
#include "core/job/calendar_file.h"
#include "core/job/service_dates.h"
#include "core/plan/plan.h"
#include "ui/text/calendar_text.h"
#include "ui/text/command_text.h"
#include "ui/text/dates_page.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_dates.h"

namespace certwright::cli {

namespace {

constexpr const char* standardOutput = "-";

int forget(Session& session, const Arguments& arguments, Output& output) {
    job::Environment environment = session.environment(session.now());
    if (const auto done = job::forgetService(environment, arguments.forget); !done)
        return output.finishWithError(done.error());
    output.json()["forgotten"] = base::printable(arguments.forget);
    text::addForgotten(output.page(), arguments.forget, session.book());
    return output.finish(exitDone);
}

// oneService is exactly what --service and --root name, whether it is known or not.
base::Result<job::KnownServices> oneService(Session& session, const Arguments& arguments) {
    const auto place = servicePlace(session, arguments);
    if (!place)
        return tl::unexpected(place.error());
    const files::FileReader& reader = session.fileSystem();
    const auto root = reader.resolve(place->root);
    if (!root)
        return base::failure(base::ErrorCode::RootUnknown, place->root, root.error().detail);
    const auto identity = apply::identityOf(reader, plan::stateFolderOf(*root));
    return job::KnownServices{{{place->profile.id, *root, place->home, identity.value_or(std::string())}},
                              {}};
}

// chosenServices are all that are known, or those that --service or --root leaves of them.
base::Result<job::KnownServices> chosenServices(Session& session, job::Environment& environment,
                                                const Arguments& arguments) {
    if (!arguments.service.empty() && !arguments.root.empty())
        return oneService(session, arguments);
    job::KnownServices known = job::knownServices(environment, surroundingsOf(session));
    if (!arguments.service.empty()) {
        if (const auto profile = profile::findProfile(arguments.service, session.ownProfiles()); !profile)
            return tl::unexpected(profile.error());
        std::erase_if(known.services, [&](const auto& it) { return it.service != arguments.service; });
        if (known.services.empty() && known.findings.empty())
            return oneService(session, arguments);
    }
    if (!arguments.root.empty()) {
        const auto root = session.fileSystem().resolve(arguments.root);
        if (!root)
            return base::failure(base::ErrorCode::RootUnknown, arguments.root, root.error().detail);
        std::erase_if(known.services, [&](const auto& it) { return it.root != *root; });
        if (known.services.empty())
            known.services = job::servicesAt(environment, surroundingsOf(session), *root);
        if (known.services.empty())
            return base::failure(base::ErrorCode::RootUnknown, arguments.root);
    }
    if (!arguments.home.empty())
        for (job::KnownService& service : known.services)
            service.home = arguments.home;
    return known;
}

// writeCalendar returns the calendar's text for standard output, and nothing where it went into a file.
base::Result<std::string> writeCalendar(Session& session, job::Environment& environment,
                                        const job::ServiceDates& dates, const std::string& path) {
    int earlier = -1;
    if (path != standardOutput) {
        const auto present = job::earlierCalendar(session.fileSystem(), path);
        if (!present)
            return tl::unexpected(present.error());
        earlier = *present ? job::sequenceOf(**present) : -1;
    }
    const text::CalendarStamp stamp{session.now(), environment.actor.host,
                                    text::nextSequence(session.now(), earlier)};
    std::string calendar = text::calendarText(dates.dates, stamp, session.book());
    if (path == standardOutput)
        return calendar;
    if (const auto written = job::writeCalendar(environment, path, calendar); !written)
        return tl::unexpected(written.error());
    return std::string();
}

void show(Session& session, Output& output, const job::ServiceDates& dates, base::Time now, int within) {
    text::addDates(output.page(), dates, now, within, session.book());
    if (!dates.findings.empty())
        output.page().blank();
    text::addFindings(output.page(), dates.findings, session.book());
    output.json()["dates"] = text::Json::array();
    for (const job::ServiceDate& date : dates.dates)
        output.json()["dates"].push_back(text::jsonOf(date));
    output.json()["services"] = text::Json::array();
    for (const job::LookedAt& service : dates.services)
        output.json()["services"].push_back(text::jsonOf(service));
    output.json()["findings"] = text::jsonOf(dates.findings, session.books());
}

// status: 1 where something ends within the days that were asked for, or could not be looked at.
int statusOf(Session& session, Output& output, const job::ServiceDates& dates, base::Time now, int within) {
    int count = 0;
    if (within >= 0) {
        count = static_cast<int>(std::ranges::count_if(
            dates.dates, [&](const job::ServiceDate& date) { return job::endsWithin(date, now, within); }));
        output.json()["within"] = {{"days", within}, {"count", count}};
        text::addWithin(output.page(), count, within, session.book());
    }
    return count > 0 || check::blocks(dates.findings) ? exitBlocked : exitDone;
}

int finishWithCalendar(Session& session, job::Environment& environment, const job::ServiceDates& dates,
                       const std::string& path, int status, Output& output) {
    const auto calendar = writeCalendar(session, environment, dates, path);
    if (!calendar)
        return output.finishWithError(calendar.error());
    if (path == standardOutput) {
        const bool printed = printText(*calendar, stdout);
        return output.finish(std::fflush(stdout) == 0 && printed ? status : exitFailed);
    }
    output.json()["calendar"] = base::printable(path);
    text::addCalendarWritten(output.page(), path, session.book());
    return output.finish(status);
}

} // namespace

int runDates(Session& session, const Arguments& arguments) {
    const bool toOutput = arguments.ics == standardOutput;
    Output output(session, "dates", arguments.json ? Format::Json : Format::Text, toOutput ? stderr : stdout);
    if (!arguments.forget.empty())
        return forget(session, arguments, output);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    job::Environment environment = session.environment(*at);
    const auto known = chosenServices(session, environment, arguments);
    if (!known)
        return output.finishWithError(known.error());
    job::ServiceDates dates = job::serviceDates(environment, known->services);
    dates.findings.insert(dates.findings.end(), known->findings.begin(), known->findings.end());
    check::sortWorstFirst(dates.findings);
    show(session, output, dates, *at, arguments.within);
    const int status = statusOf(session, output, dates, *at, arguments.within);
    return arguments.ics.empty()
               ? output.finish(status)
               : finishWithCalendar(session, environment, dates, arguments.ics, status, output);
}

} // namespace certwright::cli
