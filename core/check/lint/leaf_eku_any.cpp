// Why: a server certificate is none for everything.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule leafEkuAny{
    "lint.leaf-eku-any",
    "Baseline Requirements section 7.1.2.7.10",
    {Severity::Note, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        return brokenIf(!subject.isCa() && usage.has(oid::anyExtendedKeyUsage));
    },
};

} // namespace certwright::check::lints
