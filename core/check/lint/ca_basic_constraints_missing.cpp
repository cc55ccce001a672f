// Why: who issues certificates says so.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caBasicConstraintsMissing{
    "lint.ca-basic-constraints-missing",
    "RFC 5280 section 4.2.1.9",
    {std::nullopt, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.position != Position::Leaf && !subject.values().basicConstraints.present());
    },
};

} // namespace certwright::check::lints
