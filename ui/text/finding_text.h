// Why: a finding is data; this makes the sentence that says what was seen, and the one next step.
#pragma once

#include <QString>

#include "core/check/finding.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// FindingText: `sentence` says what was seen, `nextStep` what to do now. Neither is ever empty.
struct FindingText {
    QString sentence;
    QString nextStep;
};

// findingText visits the body; a body without words does not compile.
FindingText findingText(const check::Finding& finding, const Phrasebook& book);

// findingDetail returns what stands under "details" (an OpenSSL or system message, a profile's mistake in
// words), empty for most.
QString findingDetail(const check::Finding& finding, const Phrasebook& book);

// severityText names the severity for a list ("Blocks", "Warning", "Note").
QString severityText(check::Severity severity, const Phrasebook& book);

} // namespace certwright::text
