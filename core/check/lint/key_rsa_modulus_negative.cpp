// Why: the modulus is a positive integer.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaModulusNegative{
    "lint.key-rsa-modulus-negative",
    "RFC 8017 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(negative(subject.values().key.modulus)); },
};

} // namespace certwright::check::lints
