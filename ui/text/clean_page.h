// Why: what is overwritten cannot be had back, so it is shown file by file before and after.
#pragma once

#include "core/apply/wipe_files.h"
#include "core/plan/clean_up.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addCleanUp lists the files that will go, with what they hold.
void addCleanUp(Page& page, const plan::CleanUp& cleanUp, const Phrasebook& book);
// addWiped tells how many are gone, and of each other what became of it and why.
void addWiped(Page& page, const std::vector<apply::WipeOutcome>& outcomes, const Phrasebook& book);

// cleanQuestion is asked before; cleanRefused said where the answer is no.
QString cleanQuestion(const Phrasebook& book);
QString cleanRefused(const Phrasebook& book);
// cleanHint names the command that removes the source files after an import.
QString cleanHint(const Phrasebook& book, const QString& command);

} // namespace certwright::text
