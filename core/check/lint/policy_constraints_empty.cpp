// Why: constraints demand something.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyConstraintsEmpty{
    "lint.policy-constraints-empty",
    "RFC 5280 section 4.2.1.11",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().policyConstraints;
        return brokenIf(constraints.wellFormed && !constraints.requireExplicit &&
                        !constraints.inhibitMapping);
    },
};

} // namespace certwright::check::lints
