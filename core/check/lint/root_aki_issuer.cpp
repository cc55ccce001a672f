// Why: a root has no issuer to name.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule rootAkiIssuer{
    "lint.root-aki-issuer",
    "Baseline Requirements section 7.1.2.1.3",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(subject.isRoot() && (identifier.issuer || identifier.serial));
    },
};

} // namespace certwright::check::lints
