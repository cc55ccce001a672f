// Why: DSA keys can do nothing but sign.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageDsa{
    "lint.key-usage-dsa",
    "RFC 3279 section 2.3.2",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::dsa},
                           {KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment, KeyUsage::KeyAgreement});
    },
};

} // namespace certwright::check::lints
