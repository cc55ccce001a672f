// Why: the modulus is a product of two odd primes.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaModulusEven{
    "lint.key-rsa-modulus-even",
    "RFC 8017 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView modulus = subject.values().key.modulus;
        return brokenIf(!modulus.empty() && (modulus.back() & 1U) == 0);
    },
};

} // namespace certwright::check::lints
