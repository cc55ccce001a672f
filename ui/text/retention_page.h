// Why: the date on which a service deletes its own certificates, beside the date on which they end.
#pragma once

#include <optional>

#include "core/job/retention_job.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addRetention adds what `view` holds as a table.
void addRetention(Page& page, const job::RetentionView& view, const profile::Profile& profile, base::Time now,
                  const Phrasebook& book);

// noRetentionText says that a service keeps no such date. badDaysText and badUntilText say what --days and
// --until take; `until` empty, or outside the profile's days from `now`.
QString noRetentionText(const profile::Profile& profile, const Phrasebook& book);
QString badDaysText(const profile::Retention& retention, const Phrasebook& book);
QString badUntilText(const profile::Retention& retention, base::Time now, const Phrasebook& book);
// twoDatesText says that --days and --until exclude each other.
QString twoDatesText(const Phrasebook& book);

} // namespace certwright::text
