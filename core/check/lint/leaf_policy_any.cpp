// Why: anyPolicy is for CAs.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule leafPolicyAny{
    "lint.leaf-policy-any",
    "Baseline Requirements section 7.1.2.7.9",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().policies.has(oid::anyPolicy));
    },
};

} // namespace certwright::check::lints
