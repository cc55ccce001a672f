// Why: exponents of 257 bits and more make every check slow.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaExponentLarge{
    "lint.key-rsa-exponent-large",
    "Baseline Requirements section 6.1.6",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(ossl::derIntegerBits(subject.values().key.exponent) > 256);
    },
};

} // namespace certwright::check::lints
