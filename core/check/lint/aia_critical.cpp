// Why: where to ask is a help and no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule aiaCritical{
    "lint.aia-critical",
    "RFC 5280 section 4.2.2.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.values().authorityAccess.critical());
    },
};

} // namespace certwright::check::lints
