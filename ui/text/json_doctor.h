// Why: a diagnosis as scripts read it: findings as everywhere, each with whether a repair mends it.
#pragma once

#include "core/job/doctor_job.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

// jsonOf lists the findings, each with "fix": whether doctor --fix takes it away.
Json jsonOf(const job::Doctored& doctored, const Books& books);

} // namespace certwright::text
