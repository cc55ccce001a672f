// Why: most tests of the wizard begin with a practice set that is already chosen, and walk on from there.
#pragma once

#include "tests/ui/scene/gui_scene.h"

namespace certwright::test {

// draftOf is a draft whose files are the practice set `set` ("good-pem"), for the practice service that the
// set is meant for, with its password typed.
model::WizardDraft draftOf(const GuiScene& scene, const std::string& set,
                           model::Task task = model::Task::Import);

// surveyed fills draft.survey, as the page of the files does.
void surveyed(GuiScene& scene, model::WizardDraft& draft);

// walkTo starts the wizard with `draft` and presses "Next" until `stage` is shown; false if it stops before.
bool walkTo(GuiScene& scene, model::WizardDraft draft, model::Stage stage);
// walkOn presses "Next" in the running wizard until `stage` is shown.
bool walkOn(GuiScene& scene, model::Stage stage);

// install imports a practice set without the window; fails the test program's run if it cannot.
bool install(GuiScene& scene, const std::string& set);

// treeOf lists every path below `folder` with mode and content, to see whether anything changed. Certwright's
// own state folder is left out.
std::vector<std::string> treeOf(const std::string& folder);

} // namespace certwright::test
