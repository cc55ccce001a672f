// Why: by its policy a certificate says how its owner was checked.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafPoliciesMissing{
    "lint.leaf-policies-missing",
    "Baseline Requirements section 7.1.2.7.9",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && !subject.values().policies.present());
    },
};

} // namespace certwright::check::lints
