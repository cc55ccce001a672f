// Why: an even exponent has no inverse.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyRsaExponentEven{
    "lint.key-rsa-exponent-even",
    "RFC 8017 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView exponent = subject.values().key.exponent;
        return brokenIf(!exponent.empty() && (exponent.back() & 1U) == 0);
    },
};

} // namespace certwright::check::lints
