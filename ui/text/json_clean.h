// Why: a clean-up and what became of its files as JSON, with the names that resources/help/json.md documents.
#pragma once

#include "core/apply/wipe_files.h"
#include "core/plan/clean_up.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

Json jsonOf(const plan::CleanUp& cleanUp, const Books& books);
Json jsonOf(const std::vector<apply::WipeOutcome>& outcomes, const Books& books);

} // namespace certwright::text
