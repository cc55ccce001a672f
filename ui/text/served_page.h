// Why: what a server serves, at a glance: how it was reached, what it speaks, what it sends, whom it lets in.
#pragma once

#include "core/job/serve_check.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"

namespace certwright::text {

// addServed shows all but the findings.
void addServed(Page& page, const job::ServeCheck& check, const Phrasebook& book);

// jsonOf is "server" in the output of serve-check (resources/help/json.md); `now` is what daysLeft counts
// from.
Json jsonOf(const job::ServeCheck& check, base::Time now);

} // namespace certwright::text
