// Why: a number of certificates is zero or more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyConstraintsNegative{
    "lint.policy-constraints-negative",
    "RFC 5280 section 4.2.1.11",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().policyConstraints;
        return brokenIf(negative(constraints.requireExplicit.value_or(ByteView())) ||
                        negative(constraints.inhibitMapping.value_or(ByteView())));
    },
};

} // namespace certwright::check::lints
