// Why: a list of twenty findings helps nobody; grouped by what they endanger, with the reason once, it does.
#pragma once

#include "core/job/doctor_job.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addDiagnosis lists findings in groups (each with why it matters), worst first, with the next step, and
// marks what doctor --fix mends.
void addDiagnosis(Page& page, const job::Doctored& doctored, const Phrasebook& book);
// addPrognosis says in one line how many of them doctor --fix mends.
void addPrognosis(Page& page, const job::Doctored& doctored, const Phrasebook& book);
// addRemainder lists what a repair has left.
void addRemainder(Page& page, const job::Doctored& left, const Phrasebook& book);

} // namespace certwright::text
