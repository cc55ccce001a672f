// Why: after the files are in place something is left to do, and what that is depends on how the service gets
// its passphrase and whether it has taken the files over.
#pragma once

#include <QStringList>

#include "ui/model/wizard_draft.h"
#include "ui/text/phrasebook.h"

namespace certwright::wizard {

// NextSteps: `steps` are what the person does now, in this order; `why` says what they follow from.
struct NextSteps {
    QStringList steps;
    QStringList why;
};

// nextSteps needs draft.outcome.
NextSteps nextSteps(const model::WizardDraft& draft, const text::Phrasebook& book);

} // namespace certwright::wizard
