// Why: 64 bits from a random generator keep an attacker from choosing what is signed.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule serialShort{
    "lint.serial-short",
    "Baseline Requirements section 7.1",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isRoot() && serialOf(subject).size() < 8);
    },
};

} // namespace certwright::check::lints
