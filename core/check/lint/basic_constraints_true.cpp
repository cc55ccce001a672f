// Why: DER writes TRUE as FF.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule basicConstraintsTrue{
    "lint.basic-constraints-true",
    "X.690 section 11.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.ca && *constraints.ca != 0x00 && *constraints.ca != 0xFF);
    },
};

} // namespace certwright::check::lints
