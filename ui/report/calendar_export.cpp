// Why: see calendar_export.h.
#include "ui/report/calendar_export.h"

#include "core/job/calendar_file.h"
#include "core/job/service_dates.h"
#include "ui/text/calendar_text.h"

namespace certwright::report {

namespace {

base::Status write(const model::Host& host, const std::vector<job::KnownService>& services,
                   text::Language language, const std::string& path) {
    base::SilentProgress silent;
    auto environment = model::environmentOf(host, silent);
    const auto earlier = job::earlierCalendar(host.fileSystem, path);
    if (!earlier)
        return tl::unexpected(earlier.error());
    const job::ServiceDates dates = job::serviceDates(environment, services);
    const int sequence = *earlier ? job::sequenceOf(**earlier) : -1;
    const text::CalendarStamp stamp{environment.now, environment.actor.host,
                                    text::nextSequence(environment.now, sequence)};
    return job::writeCalendar(environment, path,
                              text::calendarText(dates.dates, stamp, text::Phrasebook(language)));
}

} // namespace

void CalendarExport::save(const std::vector<job::KnownService>& services) {
    const text::Phrasebook& book = workplace().language.book();
    const QString name = services.size() == 1
                             ? QStringLiteral("certwright-%1.ics").arg(text::shown(services.front().service))
                             : QStringLiteral("certwright.ics");
    ask(book.say("report", "Save the reminders"), name, book.say("report", "Calendars (*.ics)"),
        [host = workplace().host, services, language = workplace().language.language()](
            const std::string& path) { return write(host, services, language, path); });
}

} // namespace certwright::report
