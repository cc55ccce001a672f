// Why: for each file that a service wants, what was found for it so far, and what a person may do about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/model/wizard_draft.h"

namespace certwright::model {

// SlotFill: Taken: something was brought for it. LeftOut: the person wants nothing there. InContainer: it may
// be in a container that is still locked. ByInstalled: what is
// installed decides (CRL update: the CAs; replacement: the key). Ambiguous:
// the person must choose. Unusable: the file chosen for it cannot be used.
enum class SlotFill { Nothing, Taken, LeftOut, InContainer, ByInstalled, Ambiguous, Unusable };

// SlotState: `needed`: it must not stay empty. `named` is the file that the person chose for it, or empty.
// `taken` is what goes there; for InContainer the container. `candidates` are what could go there instead, at
// most one of each file, the present one included; fewer than two: no choice. `preferred` (Ambiguous only) is
// the file among them that there is reason to propose, or empty; `proposed`: `named` was proposed, not
// chosen by the person. `problem` is set where Unusable.
struct SlotState {
    profile::Slot slot;
    SlotFill fill = SlotFill::Nothing;
    bool needed = false;
    std::string named;
    std::vector<job::SurveyedObject> taken;
    std::vector<job::SurveyedObject> candidates;
    std::string preferred;
    bool proposed = false;
    std::optional<check::Finding> problem;
};

// slotStates lists the slots that the draft's task is about, in the profile's order; nothing without a
// profile. Before the survey only `named` and LeftOut are known.
std::vector<SlotState> slotStates(const WizardDraft& draft);

// lackingSlots are those that keep the person from going on.
std::vector<SlotState> lackingSlots(const std::vector<SlotState>& states);
// anythingBrought tells whether there is anything to go on with.
bool anythingBrought(const WizardDraft& draft, const std::vector<SlotState>& states);

} // namespace certwright::model
