// Why: dates and retention as JSON, with the names that resources/help/json.md documents.
#pragma once

#include "core/job/retention_job.h"
#include "core/job/service_dates.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

Json jsonOf(const job::ServiceDate& date);
Json jsonOf(const job::LookedAt& service);
Json jsonOf(const job::RetentionView& view, const profile::Profile& profile, base::Time now);

} // namespace certwright::text
