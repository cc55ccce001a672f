// Why: a list of places names at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule aiaEmpty{
    "lint.aia-empty",
    "RFC 5280 section 4.2.2.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& access = subject.values().authorityAccess;
        return brokenIf(access.wellFormed && access.descriptions.empty());
    },
};

} // namespace certwright::check::lints
