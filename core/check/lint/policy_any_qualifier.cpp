// Why: with anyPolicy none but the two known kinds of qualifiers may stand.
#include "core/check/lint/rules.h"

#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyAnyQualifier{
    "lint.policy-any-qualifier",
    "RFC 5280 section 4.2.1.4",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (same(policy.oid, oid::anyPolicy) && !same(qualifier.oid, oid::practiceStatement) &&
                    !same(qualifier.oid, oid::userNotice))
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
