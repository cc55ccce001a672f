// Why: a reference to a text elsewhere is not to be used.
#include "core/check/lint/rules.h"

#include "core/check/lint/notice.h"
#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyNoticeReference{
    "lint.policy-notice-reference",
    "RFC 5280 section 4.2.1.4",
    {Severity::Note, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (same(qualifier.oid, oid::userNotice) && refersToNotice(qualifier.value))
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
