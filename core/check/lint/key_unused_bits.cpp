// Why: a public key is a whole number of octets.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyUnusedBits{
    "lint.key-unused-bits",
    "RFC 5280 section 4.1.2.7",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().key.unusedBits != 0); },
};

} // namespace certwright::check::lints
