// Why: a root is not bound to purposes.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule rootEku{
    "lint.root-eku",
    "Baseline Requirements section 7.1.2.1.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.isRoot() && subject.values().extendedKeyUsage.present());
    },
};

} // namespace certwright::check::lints
