// Why: where there is nothing to add to a policy, there is no list.
#include "core/check/lint/rules.h"

#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyQualifiersEmpty{
    "lint.policy-qualifiers-empty",
    "RFC 5280 section 4.2.1.4",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            if (policy.qualifiers && policy.qualifiers->empty())
                return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
