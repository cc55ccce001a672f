// Why: a CA below the root says for which purposes it issues.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caEkuMissing{
    "lint.ca-eku-missing",
    "Baseline Requirements section 7.1.2.10.6",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.isCa() && !subject.isRoot() && !subject.values().extendedKeyUsage.present());
    },
};

} // namespace certwright::check::lints
