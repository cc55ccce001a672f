// Why: a program that does not know policy constraints must not overlook them.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyConstraintsNotCritical{
    "lint.policy-constraints-not-critical",
    "RFC 5280 section 4.2.1.11",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().policyConstraints;
        return brokenIf(constraints.present() && !constraints.critical());
    },
};

} // namespace certwright::check::lints
