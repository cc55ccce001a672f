// Why: what a plan means beyond its files is told in sentences: what stays to go back to, how the files
// change places, and what the service asks for and will have.
#pragma once

#include <QStringList>

#include "ui/model/wizard_draft.h"
#include "ui/text/command_line.h"
#include "ui/text/phrasebook.h"

namespace certwright::wizard {

// summaryText says in one line how many files change where; draft.plan must be there for all of these.
QString summaryText(const model::WizardDraft& draft, const text::Phrasebook& book);
// keptTexts say what is kept as a backup, and whether a folder changes in one step.
QStringList keptTexts(const model::WizardDraft& draft, const text::Phrasebook& book);
// ruleTexts say which of the service's own rules will hold afterwards; draft.profile must be there.
QStringList ruleTexts(const model::WizardDraft& draft, const text::Phrasebook& book);
// commandWish is the draft for text::commandLine.
text::CommandWish commandWish(const model::WizardDraft& draft);

} // namespace certwright::wizard
