// Why: whoever replaces a certificate wants to see at a glance what changes: old beside new.
#pragma once

#include <string>

#include "core/check/finding.h"
#include "core/plan/comparison.h"
#include "core/profile/profile.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// comparisonRows are what addComparison lists as rows of three (what, installed, new), the first of them the
// head of the table; comparisonNotes the sentences below: key, days gained, names added and lost.
std::vector<QStringList> comparisonRows(const plan::Comparison& comparison, const Phrasebook& book);
QStringList comparisonNotes(const plan::Comparison& comparison, const Phrasebook& book);

// addComparison lists subject, issuer, names, key, dates and CA of the installed certificate beside those of
// the new one, then names added and lost and the days gained.
void addComparison(Page& page, const plan::Comparison& comparison, const Phrasebook& book);

// addKeptCrlHints says how to go on where a revocation list that is installed at its place below `root` stays
// and does not fit what is new; nothing where no finding says so.
void addKeptCrlHints(Page& page, const check::Findings& findings, const profile::Profile& profile,
                     const std::string& root, const Phrasebook& book);

// withoutError says which slots of `profile` can be emptied.
QString withoutError(const profile::Profile& profile, const Phrasebook& book);

// jsonOf is "comparison" in the output of replace (resources/help/json.md).
Json jsonOf(const plan::Comparison& comparison);

} // namespace certwright::text
