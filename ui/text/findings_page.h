// Why: findings, errors and verdicts look the same in every verb.
#pragma once

#include "core/base/result.h"
#include "core/check/finding.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addFindings lists findings worst first: sign, sentence, next step, and details where there are any.
void addFindings(Page& page, const check::Findings& findings, const Phrasebook& book);
// addVerdict adds one line: how many problems block, how many warnings and notes.
void addVerdict(Page& page, const check::Findings& findings, const Phrasebook& book);
// addError tells what could not be done, the next step and the details.
void addError(Page& page, const base::Error& error, const Phrasebook& book);

} // namespace certwright::text
