// Why: where a policy is written down is an address of the web.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule policyStatementScheme{
    "lint.policy-statement-scheme",
    "Baseline Requirements section 7.1.2.7.9",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (same(qualifier.oid, oid::practiceStatement) &&
                    !isScheme(base::textOf(qualifier.value.content), "http"))
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
