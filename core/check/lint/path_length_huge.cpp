// Why: no path is that long; programs that count in small numbers read another one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule pathLengthHuge{
    "lint.path-length-huge",
    "RFC 5280 section 4.2.1.9",
    {Severity::Note, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.pathLength && ossl::derIntegerBits(*constraints.pathLength) > 15);
    },
};

} // namespace certwright::check::lints
