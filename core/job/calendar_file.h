// Why: a calendar is written over and over by cron; it must never take the place of a file that is not ours,
// nor be half there when somebody reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/job/environment.h"

namespace certwright::job {

// calendarHead is how every calendar of ours begins (RFC 5545 sections 3.4 and 3.7.3); by it an earlier one
// is known.
inline constexpr std::string_view calendarHead = "BEGIN:VCALENDAR\r\nPRODID:-//Certwright//Dates//EN\r\n";

// earlierCalendar returns the calendar at `path`, nothing if there is no file. FileExists if another file is
// there, FileIsSymlink for a link; the reader's errors.
base::Result<std::optional<std::string>> earlierCalendar(const files::FileReader& reader,
                                                         const std::string& path);

// sequenceOf returns the highest SEQUENCE in a calendar, -1 if there is none.
int sequenceOf(std::string_view calendar);

// writeCalendar puts `text` at `path` in one step. A new file gets the mode 0600, an earlier one keeps mode
// and owner. Errors: those of earlierCalendar and of writing.
base::Status writeCalendar(Environment& environment, const std::string& path, const std::string& text);

} // namespace certwright::job
