// Why: which services are known, what each wants and where it is looked for.
#pragma once

#include "core/profile/profile.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

void addProfile(Page& page, const profile::Profile& profile, const Phrasebook& book);

} // namespace certwright::text
