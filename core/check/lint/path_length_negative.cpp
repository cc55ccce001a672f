// Why: a number of certificates is zero or more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule pathLengthNegative{
    "lint.path-length-negative",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.pathLength && negative(*constraints.pathLength));
    },
};

} // namespace certwright::check::lints
