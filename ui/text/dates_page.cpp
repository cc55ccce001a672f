// Why: see dates_page.h.
#include "ui/text/dates_page.h"

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

Ink inkOf(const job::ServiceDate& date, base::Time now, int within) {
    if (date.passed)
        return Ink::Red;
    return within >= 0 && job::endsWithin(date, now, within) ? Ink::Yellow : Ink::Plain;
}

QStringList inked(const Page& page, QStringList row, Ink ink) {
    for (QString& cell : row)
        cell = page.inked(cell, ink);
    return row;
}

QStringList heading(const Phrasebook& book) {
    return {book.say("dates", "Days left"), book.say("dates", "Date"),    book.say("dates", "What ends"),
            book.say("dates", "Name"),      book.say("dates", "Service"), book.say("dates", "Folder")};
}

} // namespace

QString endRoleText(const Phrasebook& book, job::EndRole role) {
    switch (role) {
    case job::EndRole::Server:
        return book.say("dates", "server certificate");
    case job::EndRole::Intermediate:
        return book.say("dates", "intermediate certificate");
    case job::EndRole::Ca:
        return book.say("dates", "CA certificate");
    case job::EndRole::Crl:
        return book.say("dates", "revocation list");
    case job::EndRole::Retention:
        break;
    }
    return book.say("dates", "retention");
}

QString leftText(const Phrasebook& book, const job::End& end, base::Time now) {
    if (!job::hasPassed(end.role, end.end, now)) {
        const int left = base::wholeDays(now, end.end);
        return left > 0 ? book.say("dates", "%n day(s) left", nullptr, left)
                        : book.say("dates", "ends within a day");
    }
    const int since = base::wholeDays(end.end, now);
    if (since <= 0)
        return end.role == job::EndRole::Retention ? book.say("dates", "passed less than a day ago")
                                                   : book.say("dates", "expired less than a day ago");
    return end.role == job::EndRole::Retention ? book.say("dates", "passed %n day(s) ago", nullptr, since)
                                               : book.say("dates", "expired %n day(s) ago", nullptr, since);
}

void addDates(Page& page, const job::ServiceDates& dates, base::Time now, int within,
              const Phrasebook& book) {
    if (dates.services.empty() && dates.findings.empty())
        page.line(book.say("dates", "No service is known on this computer yet. Name one with --service and "
                                    "--root, or import into it."));
    std::vector<QStringList> rows;
    for (const job::ServiceDate& date : dates.dates)
        rows.push_back(
            inked(page,
                  {QString::number(date.daysLeft), dateTime(date.what.end), endRoleText(book, date.what.role),
                   shown(date.what.name), shown(date.service), shown(date.root)},
                  inkOf(date, now, within)));
    if (!rows.empty())
        rows.insert(rows.begin(), inked(page, heading(book), Ink::Bold));
    page.table(rows);
    for (const job::LookedAt& one : dates.services)
        if (one.readable && one.dates == 0)
            page.line(book.say("dates", "Nothing is installed that could end: %1, %2")
                          .arg(shown(one.service.service), shown(one.service.root)));
}

void addWithin(Page& page, int count, int within, const Phrasebook& book) {
    const QString span = days(book, within);
    if (count > 0)
        page.line(book.say("dates", "%n date(s) are past or come within %1.", nullptr, count).arg(span), 0,
                  Ink::Red);
    else
        page.line(book.say("dates", "Nothing ends within %1.").arg(span), 0, Ink::Green);
}

void addCalendarWritten(Page& page, const std::string& path, const Phrasebook& book) {
    page.line(book.say("dates", "Calendar written: %1").arg(shown(path)), 0, Ink::Green);
}

void addForgotten(Page& page, const std::string& root, const Phrasebook& book) {
    page.line(book.say("dates", "Removed from the known services: %1").arg(shown(root)), 0, Ink::Green);
}

} // namespace certwright::text
