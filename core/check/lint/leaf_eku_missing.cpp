// Why: a certificate without a list of purposes serves for all of them.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafEkuMissing{
    "lint.leaf-eku-missing",
    "Baseline Requirements section 7.1.2.7.10",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && !subject.values().extendedKeyUsage.present());
    },
};

} // namespace certwright::check::lints
