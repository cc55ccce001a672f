// Why: moduli of odd sizes come from broken generators and are refused by many.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaOctets{
    "lint.key-rsa-octets",
    "Baseline Requirements section 6.1.5",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const int bits = ossl::derIntegerBits(subject.values().key.modulus);
        return brokenIf(bits % 8 != 0, std::to_string(bits));
    },
};

} // namespace certwright::check::lints
