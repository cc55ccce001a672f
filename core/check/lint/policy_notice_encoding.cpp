// Why: the text of a policy is UTF-8.
#include "core/check/lint/rules.h"

#include "core/check/lint/notice.h"
#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyNoticeEncoding{
    "lint.policy-notice-encoding",
    "RFC 6818 section 3",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (same(qualifier.oid, oid::userNotice) && noticeText(qualifier.value) &&
                    noticeText(qualifier.value)->tag != utf8Tag)
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
