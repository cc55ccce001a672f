// Why: what ends and when, as a table that a person reads from the top.
#pragma once

#include "core/job/service_dates.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// endRoleText names what ends ("server certificate").
QString endRoleText(const Phrasebook& book, job::EndRole role);

// leftText says how long it is until then ("212 days left", "expired 3 days ago").
QString leftText(const Phrasebook& book, const job::End& end, base::Time now);

// addDates adds the table, and the services that have no date. `within` days (negative: none asked for) are
// those that are marked.
void addDates(Page& page, const job::ServiceDates& dates, base::Time now, int within, const Phrasebook& book);

// addWithin says how many dates are past or come within so many days.
void addWithin(Page& page, int count, int within, const Phrasebook& book);

// addCalendarWritten and addForgotten say that it was done.
void addCalendarWritten(Page& page, const std::string& path, const Phrasebook& book);
void addForgotten(Page& page, const std::string& root, const Phrasebook& book);

} // namespace certwright::text
