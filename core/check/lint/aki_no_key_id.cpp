// Why: the issuer's name and serial number do not tell its key.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule akiNoKeyId{
    "lint.aki-no-key-id",
    "RFC 5280 section 4.2.1.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(!subject.isRoot() && identifier.wellFormed && !identifier.keyId);
    },
};

} // namespace certwright::check::lints
