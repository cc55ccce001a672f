// Why: one of the reserved policies says by which rules a certificate was issued.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule leafPolicyNotReserved{
    "lint.leaf-policy-not-reserved",
    "Baseline Requirements section 7.1.6.1",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& policies = subject.values().policies;
        if (subject.isCa() || !policies.present())
            return std::nullopt;
        return brokenIf(std::ranges::none_of(policies.policies, [](const PolicyInformation& policy) {
            return policy.oid.size() > 4 && same(policy.oid.first(4), oid::reservedPolicies);
        }));
    },
};

} // namespace certwright::check::lints
