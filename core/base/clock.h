// Why: below app time is an argument, so that every verdict can be repeated. This is its type and its text
// form.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace certwright::base {

// Time is whole seconds since 1970 in UTC. Certificates and CRLs know no finer unit (RFC 5280
// section 4.1.2.5).
using Time = std::chrono::sys_seconds;

// formatIso writes "2026-11-21T08:00:00Z".
std::string formatIso(Time time);
// formatUtc writes "2026-11-21 08:00:00", the form of the AOI service's ca_retention_time; always UTC.
std::string formatUtc(Time time);
// parseTime reads "2026-11-21", "2026-11-21 08:00:00" or "2026-11-21T08:00:00Z" (with or without Z), all as
// UTC; nothing if it is no such time or no such day.
std::optional<Time> parseTime(std::string_view text);
// parseRfc3339 reads an RFC 3339 date-time ("2026-11-21T08:00:00.25+08:00"); a fraction of a second is
// dropped, a leap second is the second before it. Nothing if it is no such time.
std::optional<Time> parseRfc3339(std::string_view text);
// wholeDays returns the days from `from` to `to`, rounded towards the past (an hour ago is -1).
int wholeDays(Time from, Time to);

} // namespace certwright::base
