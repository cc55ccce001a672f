// Why: whoever waits wants to know for what.
#pragma once

#include <QString>

#include "core/base/progress.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// stepText says what a job does at a step ("Reading the files").
QString stepText(base::Step step, const Phrasebook& book);

} // namespace certwright::text
