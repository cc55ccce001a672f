// Why: the issuer's name and serial number stand there both or not at all.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule akiIncomplete{
    "lint.aki-incomplete",
    "RFC 5280 section 4.2.1.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(identifier.issuer.has_value() != identifier.serial.has_value());
    },
};

} // namespace certwright::check::lints
