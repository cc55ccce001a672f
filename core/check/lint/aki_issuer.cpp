// Why: the issuer's name and serial number bind a path to one of several certificates of a CA.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule akiIssuer{
    "lint.aki-issuer",
    "Baseline Requirements section 7.1.2.11.1",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(!subject.isRoot() && issuedFrom(subject, 2023, 9, 15) &&
                        (identifier.issuer || identifier.serial));
    },
};

} // namespace certwright::check::lints
