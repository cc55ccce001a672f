// Why: only version 3 can say what a certificate may be used for.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule versionOld{
    "lint.version-old",
    "Baseline Requirements section 7.1.1",
    {std::nullopt, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.anatomy.hasExtensions && subject.facts.version != 3);
    },
};

} // namespace certwright::check::lints
