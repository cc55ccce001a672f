// Why: who takes any purpose does not insist on the list.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule ekuCriticalAny{
    "lint.eku-critical-any",
    "RFC 5280 section 4.2.1.12",
    {Severity::Note, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        return brokenIf(usage.critical() && usage.has(oid::anyExtendedKeyUsage));
    },
};

} // namespace certwright::check::lints
