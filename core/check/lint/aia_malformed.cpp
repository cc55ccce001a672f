// Why: who follows a place must be able to read it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule aiaMalformed{
    "lint.aia-malformed",
    "Baseline Requirements section 7.1.2.7.7",
    {Severity::Note, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& access = subject.values().authorityAccess;
        return brokenIf(access.present() && !access.wellFormed);
    },
};

} // namespace certwright::check::lints
