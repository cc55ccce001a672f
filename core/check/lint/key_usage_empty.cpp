// Why: a key that may be used for nothing is of no use.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyUsageEmpty{
    "lint.key-usage-empty",
    "RFC 5280 section 4.2.1.3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(usage.wellFormed && usage.bits == 0);
    },
};

} // namespace certwright::check::lints
