// Why: the words for what was found for a slot are one thing, the widgets that show them another.
#pragma once

#include <QString>

#include "ui/model/slot_states.h"
#include "ui/text/phrasebook.h"
#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

namespace certwright::wizard {

// needText says whether the slot must be filled; empty where the task makes no difference.
QString needText(const model::SlotState& state, model::Task task, const text::Phrasebook& book);
// stateText says what is there for the slot, or what to do.
QString stateText(const model::SlotState& state, model::Task task, const text::Phrasebook& book);
// candidateText names one of several files that fit.
QString candidateText(const job::SurveyedObject& candidate, base::Time now, const text::Phrasebook& book);

widget::IconName iconOf(profile::SlotKind kind);
widget::Tone toneOf(const model::SlotState& state);

} // namespace certwright::wizard
