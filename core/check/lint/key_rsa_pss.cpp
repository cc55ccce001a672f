// Why: a key that is bound to RSASSA-PSS is not to be used in certificates of the web.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyRsaPss{
    "lint.key-rsa-pss",
    "Baseline Requirements section 7.1.3.1.1",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(same(subject.values().key.algorithm.oid, oid::rsaPss));
    },
};

} // namespace certwright::check::lints
