// Why: two kinds of qualifiers are known: a place to read, and a text.
#include "core/check/lint/rules.h"

#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyQualifierUnknown{
    "lint.policy-qualifier-unknown",
    "RFC 5280 section 4.2.1.4",
    {Severity::Note, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (!same(policy.oid, oid::anyPolicy) && !same(qualifier.oid, oid::practiceStatement) &&
                    !same(qualifier.oid, oid::userNotice))
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
