// Why: 2048 bits are the least that is still thought safe.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaSmall{
    "lint.key-rsa-small",
    "Baseline Requirements section 6.1.5",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const int bits = ossl::derIntegerBits(subject.values().key.modulus);
        return brokenIf(bits > 0 && bits < 2048, std::to_string(bits));
    },
};

} // namespace certwright::check::lints
