// Why: where to fetch lists is a help and no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule cdpCritical{
    "lint.cdp-critical",
    "RFC 5280 section 4.2.1.13",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& points = subject.values().distributionPoints;
        return brokenIf(points.critical());
    },
};

} // namespace certwright::check::lints
