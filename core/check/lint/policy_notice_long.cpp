// Why: the text of a policy has at most 200 characters.
#include "core/check/lint/rules.h"

#include "core/base/utf8.h"
#include "core/check/lint/notice.h"
#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyNoticeLong{
    "lint.policy-notice-long",
    "RFC 5280 section 4.2.1.4",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        for (const PolicyInformation& policy : subject.values().policies.policies)
            for (const PolicyQualifier& qualifier :
                 policy.qualifiers.value_or(std::vector<PolicyQualifier>()))
                if (same(qualifier.oid, oid::userNotice) && noticeText(qualifier.value) &&
                    base::utf8Length(base::textOf(noticeText(qualifier.value)->content)) > 200)
                    return document::dottedOid(policy.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
