// Why: a hand-over is signed on paper: one file that any browser shows and prints, years later and offline.
#pragma once

#include <vector>

#include <QString>

#include "ui/text/record.h"

namespace certwright::text {

// reportHtml writes one self-contained HTML document of the same transaction in one or more languages, side
// by side; styles within, no scripts, nothing fetched, every text escaped. `records` must not be empty.
QString reportHtml(const std::vector<Record>& records);

} // namespace certwright::text
