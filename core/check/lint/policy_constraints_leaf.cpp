// Why: policy constraints concern what a CA issues.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyConstraintsLeaf{
    "lint.policy-constraints-leaf",
    "RFC 5280 section 4.2.1.11",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().policyConstraints.present());
    },
};

} // namespace certwright::check::lints
