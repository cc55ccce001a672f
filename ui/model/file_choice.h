// Why: what dropping, choosing and leaving out mean for the draft, in one place and without a window.
#pragma once

#include <string>
#include <vector>

#include "ui/model/wizard_draft.h"

namespace certwright::model {

// Each of these forgets what the survey said (WizardDraft::filesChanged) where it changes anything.

// addPaths adds files, folders and archives to be sorted; those that are there already stay once.
void addPaths(WizardDraft& draft, const std::vector<std::string>& paths);
// removePath takes one of draft.paths away, with what was chosen for slots from below it.
void removePath(WizardDraft& draft, const std::string& path);
// useFor gives a slot a file; clearSlot takes that back.
void useFor(WizardDraft& draft, const std::string& slot, const std::string& path);
void clearSlot(WizardDraft& draft, const std::string& slot);
// leaveOut keeps a slot empty whatever was brought; takeAgain ends that.
void leaveOut(WizardDraft& draft, const std::string& slot);
void takeAgain(WizardDraft& draft, const std::string& slot);
// doNotUse takes a single file away. If it came with a folder or an archive, the other files in there that
// hold something are brought one by one instead.
void doNotUse(WizardDraft& draft, const std::string& path);

// forgetFiles starts over, for another service.
void forgetFiles(WizardDraft& draft);

} // namespace certwright::model
