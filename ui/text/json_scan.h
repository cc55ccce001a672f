// Why: a search through many folders answers line by line, as it finds; scripts read each line by itself.
#pragma once

#include "core/scan/scan.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

// scanLine is one line of the answer, without its line end: `type` and what belongs to it, as documented in
// resources/help/json.md.
std::string scanLine(const scan::Found& thing, base::Time now);
std::string scanLine(const scan::Pair& pair);
std::string scanLine(const scan::Duplicate& duplicate);
// unreadableLine is the one for a file or folder that could not be read.
std::string unreadableLine(const base::Error& error);
// summaryOf is the last line's object, without what every verb's answer has.
Json summaryOf(const scan::Tally& tally);

} // namespace certwright::text
