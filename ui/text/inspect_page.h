// Why: what each file holds, object by object, for people.
#pragma once

#include "core/job/inspect.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addInspected shows one file; days left are counted from `now`.
void addInspected(Page& page, const job::Inspected& file, base::Time now, const Phrasebook& book);

} // namespace certwright::text
