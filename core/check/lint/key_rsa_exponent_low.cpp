// Why: small exponents have been the entrance for forged signatures.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaExponentLow{
    "lint.key-rsa-exponent-low",
    "Baseline Requirements section 6.1.6",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const ByteView exponent = subject.values().key.exponent;
        return brokenIf(!exponent.empty() && ossl::derIntegerBits(exponent) < 17);
    },
};

} // namespace certwright::check::lints
