// Why: a date in a calendar that rings is seen by people who never run a command.
#pragma once

#include <string>
#include <vector>

#include "core/job/service_dates.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// CalendarStamp: when the calendar is made, on which computer, and a number that is higher than that of the
// calendar before.
struct CalendarStamp {
    base::Time made;
    std::string host;
    int sequence = 0;
};

// nextSequence returns a number above `earlier` (-1: none) that also rises with time where no earlier
// calendar is at hand (seconds since 2026, up to the largest that programs take).
int nextSequence(base::Time made, int earlier);

// calendarText writes RFC 5545: one event per date, named by ServiceDate::id, so that a date that moves moves
// its event; alarms 30, 14, 7 and 1 days before. All times are in UTC.
std::string calendarText(const std::vector<job::ServiceDate>& dates, const CalendarStamp& stamp,
                         const Phrasebook& book);

// foldedLine writes one content line: at most 75 octets each, continued after a space, no character torn
// apart (RFC 5545 section 3.1), ended by CRLF.
std::string foldedLine(const std::string& line);

} // namespace certwright::text
