// Why: whoever builds a path asks which of the issuer's keys signed.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule akiMissing{
    "lint.aki-missing",
    "RFC 5280 section 4.2.1.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.facts.selfIssued() && !subject.values().authorityKeyId.present());
    },
};

} // namespace certwright::check::lints
