// Why: with the exponent 1 (or less) anybody can sign.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaExponentOne{
    "lint.key-rsa-exponent-one",
    "RFC 8017 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView exponent = subject.values().key.exponent;
        return brokenIf(!exponent.empty() && ossl::derIntegerBits(exponent) <= 1);
    },
};

} // namespace certwright::check::lints
