// Why: how many CAs may follow says nothing below a certificate that is none.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule pathLengthNotCa{
    "lint.path-length-not-ca",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.pathLength && !subject.facts.isCa());
    },
};

} // namespace certwright::check::lints
