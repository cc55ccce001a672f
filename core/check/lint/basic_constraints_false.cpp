// Why: DER leaves FALSE out where it is the default.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule basicConstraintsFalse{
    "lint.basic-constraints-false",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.ca == 0x00);
    },
};

} // namespace certwright::check::lints
