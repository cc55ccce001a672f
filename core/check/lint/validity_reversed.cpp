// Why: a certificate cannot end before it begins.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule validityReversed{
    "lint.validity-reversed",
    "RFC 5280 section 4.1.2.5",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.facts.notAfter < subject.facts.notBefore);
    },
};

} // namespace certwright::check::lints
