// Why: the history as JSON, with the names that resources/help/json.md documents.
#pragma once

#include <string>

#include "core/apply/history.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

// historyJson lists the entries in short, newest first, with the limits.
Json historyJson(const apply::History& history, const apply::HistoryLimits& limits);
// entryJson is one entry in full: changes, config difference, findings, proof, and what the state holds.
Json entryJson(const apply::Entry& entry, const Books& books);

} // namespace certwright::text
