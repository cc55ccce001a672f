// Why: only a CA says which policies are equal.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyMappingLeaf{
    "lint.policy-mapping-leaf",
    "RFC 5280 section 4.2.1.5",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().policyMappings.present());
    },
};

} // namespace certwright::check::lints
