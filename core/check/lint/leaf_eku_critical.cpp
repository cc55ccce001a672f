// Why: the purposes of a server certificate are not marked critical.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafEkuCritical{
    "lint.leaf-eku-critical",
    "Baseline Requirements section 7.1.2.7.6",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().extendedKeyUsage.critical());
    },
};

} // namespace certwright::check::lints
