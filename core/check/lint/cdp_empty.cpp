// Why: a list of places names at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule cdpEmpty{
    "lint.cdp-empty",
    "RFC 5280 section 4.2.1.13",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& points = subject.values().distributionPoints;
        return brokenIf(points.wellFormed && points.points.empty());
    },
};

} // namespace certwright::check::lints
