// Why: see calendar_text.h.
#include "ui/text/calendar_text.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/job/calendar_file.h"
#include "ui/text/dates_page.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

constexpr std::size_t longestLine = 75;
constexpr std::array alarms{30, 14, 7, 1};

// stamped is the form of RFC 5545 section 3.3.5, in UTC: 20261121T080000Z.
std::string stamped(base::Time time) {
    std::string text;
    for (const char c : base::formatIso(time))
        if (c != '-' && c != ':')
            text += c;
    return text;
}

// escaped is the value type TEXT (section 3.3.11).
std::string escaped(const QString& text) {
    QString out = text;
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    out.replace(QLatin1Char(';'), QStringLiteral("\\;"));
    out.replace(QLatin1Char(','), QStringLiteral("\\,"));
    out.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return out.toStdString();
}

QString summary(const job::ServiceDate& date, const Phrasebook& book) {
    return book.say("calendar", "%1 ends: %2 (%3)")
        .arg(startOfSentence(endRoleText(book, date.what.role)), shown(date.what.name), shown(date.service));
}

QString whatToDo(const job::ServiceDate& date, const Phrasebook& book) {
    const auto run = [&](const char* verb, const char* rest) {
        return book.say("calendar", "Before that day run: %1")
            .arg(QStringLiteral("certwright-cli %1 --service %2 --root %3 %4")
                     .arg(QLatin1String(verb), shown(date.service), shown(date.root), QLatin1String(rest)));
    };
    switch (date.what.role) {
    case job::EndRole::Crl:
        return run("crl-update", "CRL");
    case job::EndRole::Retention:
        return book.say("calendar", "After it the service deletes its certificates at its next start.") +
               QLatin1Char('\n') + run("retention", "--days N");
    case job::EndRole::Ca:
        return run("replace", "--ca CA");
    case job::EndRole::Server:
    case job::EndRole::Intermediate:
        break;
    }
    return run("replace", "--cert CERTIFICATE");
}

QString description(const job::ServiceDate& date, const CalendarStamp& stamp, const Phrasebook& book) {
    return QStringList{book.say("calendar", "Service: %1").arg(shown(date.service)),
                       book.say("calendar", "Folder: %1").arg(shown(date.root)),
                       book.say("calendar", "Computer: %1").arg(shown(stamp.host)),
                       book.say("calendar", "Name: %1").arg(shown(date.what.name)),
                       book.say("calendar", "Ends: %1").arg(dateTime(date.what.end)),
                       whatToDo(date, book)}
        .join(QLatin1Char('\n'));
}

std::string eventText(const job::ServiceDate& date, const CalendarStamp& stamp, const Phrasebook& book) {
    const std::string about = escaped(summary(date, book));
    std::string out =
        foldedLine("BEGIN:VEVENT") + foldedLine("UID:" + date.id + "@certwright") +
        foldedLine("DTSTAMP:" + stamped(stamp.made)) + foldedLine("DTSTART:" + stamped(date.what.end)) +
        foldedLine("SEQUENCE:" + std::to_string(stamp.sequence)) + foldedLine("SUMMARY:" + about) +
        foldedLine("DESCRIPTION:" + escaped(description(date, stamp, book))) +
        foldedLine("TRANSP:TRANSPARENT");
    for (const int days : alarms)
        out += foldedLine("BEGIN:VALARM") + foldedLine("ACTION:DISPLAY") +
               foldedLine("TRIGGER:-P" + std::to_string(days) + "D") + foldedLine("DESCRIPTION:" + about) +
               foldedLine("END:VALARM");
    return out + foldedLine("END:VEVENT");
}

bool continues(char octet) {
    return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U;
}

} // namespace

std::string foldedLine(const std::string& line) {
    std::string out;
    std::size_t room = longestLine;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = std::min(line.size(), at + room);
        while (end < line.size() && end > at + 1 && continues(line[end]))
            --end;
        out.append(out.empty() ? "" : "\r\n ").append(line, at, end - at);
        at = end;
        room = longestLine - 1; // the space counts
    }
    return out + "\r\n";
}

int nextSequence(base::Time made, int earlier) {
    const base::Time origin{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    const std::int64_t byClock = (made - origin).count();
    const std::int64_t next = std::max<std::int64_t>(byClock, std::int64_t{earlier} + 1);
    return static_cast<int>(std::clamp<std::int64_t>(next, 0, std::numeric_limits<int>::max()));
}

std::string calendarText(const std::vector<job::ServiceDate>& dates, const CalendarStamp& stamp,
                         const Phrasebook& book) {
    std::string out(job::calendarHead);
    out += foldedLine("VERSION:2.0") + foldedLine("CALSCALE:GREGORIAN") +
           foldedLine("X-WR-CALNAME:" + escaped(book.say("calendar", "Certificates and their services")));
    for (const job::ServiceDate& date : dates)
        out += eventText(date, stamp, book);
    return out + foldedLine("END:VCALENDAR");
}

} // namespace certwright::text
