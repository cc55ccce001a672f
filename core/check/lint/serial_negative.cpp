// Why: a serial number is a positive integer.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule serialNegative{
    "lint.serial-negative",
    "RFC 5280 section 4.1.2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(negative(serialOf(subject))); },
};

} // namespace certwright::check::lints
