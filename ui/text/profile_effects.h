// Why: whoever writes a profile sees what an import by it would do before there is anything to import.
#pragma once

#include "core/profile/profile.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addProfileEffects lists what an import writes into the config, where secrets go, and which programs are
// run. To be shown after addProfile, which lists the files.
void addProfileEffects(Page& page, const profile::Profile& profile, const Phrasebook& book);

// addProfileMistakes tells where each mistake of one file is, as "file:line:column: …", what is allowed, and
// what to do; or why the file could not be read. `errors` is not empty.
void addProfileMistakes(Page& page, const std::vector<base::Error>& errors, const Phrasebook& book);

// addProfileWritten tells of a new profile and the next step.
void addProfileWritten(Page& page, const std::string& path, const Phrasebook& book);

} // namespace certwright::text
