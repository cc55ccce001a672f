// Why: what lies in all those folders, for people: the worst first, then how much there is.
#pragma once

#include "core/scan/tally.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// addScan shows what a search came to. Of each sort the first twenty things are named and the rest counted.
void addScan(Page& page, const scan::Tally& tally, const Phrasebook& book);

} // namespace certwright::text
