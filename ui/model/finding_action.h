// Why: a finding names the next step; where the program can do that step itself, a button does it. Which one
// it is, is decided here, without a window.
#pragma once

#include <string>
#include <vector>

#include "core/check/finding.h"
#include "ui/model/wizard_draft.h"

namespace certwright::model {

// FindingDeed is what the program can do about a finding. FixMode: narrow the mode of `path`. FindMatch: try
// `candidates` for the key (or certificate) that fits the other. LeaveOut: go on without the list in `slot`.
// AllowOlder: take an older list after all. ChooseFile, ChooseBlock, ChooseService, EnterPassword and
// ChangeRetention lead to the page where the person does it.
enum class FindingDeed {
    None,
    FixMode,
    FindMatch,
    LeaveOut,
    AllowOlder,
    ChooseFile,
    ChooseBlock,
    ChooseService,
    EnterPassword,
    ChangeRetention
};

// Candidate is another file for a slot.
struct Candidate {
    std::string slot;
    std::string path;

    bool operator==(const Candidate&) const = default;
};

struct FindingAction {
    FindingDeed deed = FindingDeed::None;
    std::string path;
    std::string slot;
    std::vector<Candidate> candidates;
};

// narrowMode is what FixMode sets: the owner alone may read and write.
inline constexpr std::uint32_t narrowMode = 0600;

// actionFor decides for one finding of draft.checked. None for notes, and where the task has no page for it.
FindingAction actionFor(const check::Finding& finding, const WizardDraft& draft);

// stageOf is the page that a deed leads to (Stage::Check where the deed is done here).
Stage stageOf(const FindingAction& action, const WizardDraft& draft);

// carryOut changes the draft for LeaveOut and AllowOlder, so that it must be checked again; false for others.
bool carryOut(const FindingAction& action, WizardDraft& draft);

// take puts a candidate into its slot, with the password that was typed for the file it takes the place of;
// the draft must be checked again.
void take(const Candidate& candidate, const std::string& insteadOf, WizardDraft& draft);

} // namespace certwright::model
