// Why: a list of purposes names at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule ekuEmpty{
    "lint.eku-empty",
    "RFC 5280 section 4.2.1.12",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        return brokenIf(usage.wellFormed && usage.oids.empty());
    },
};

} // namespace certwright::check::lints
