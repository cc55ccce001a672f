// Why: a list of policies names at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policiesEmpty{
    "lint.policies-empty",
    "RFC 5280 section 4.2.1.4",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& policies = subject.values().policies;
        return brokenIf(policies.wellFormed && policies.policies.empty());
    },
};

} // namespace certwright::check::lints
