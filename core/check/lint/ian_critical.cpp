// Why: other names of the issuer are a help and no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule ianCritical{
    "lint.ian-critical",
    "RFC 5280 section 4.2.1.7",
    {Severity::Note, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().issuerAltName.critical()); },
};

} // namespace certwright::check::lints
