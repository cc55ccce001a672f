// Why: an error is a code with a subject; this makes its sentence and the one next step.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// ErrorText: `detail` may be empty and stands under "details" only; a mistake of a profile is in words there.
struct ErrorText {
    QString sentence;
    QString nextStep;
    QString detail;
};

ErrorText errorText(const base::Error& error, const Phrasebook& book);

} // namespace certwright::text
