// Why: name constraints concern what a CA issues.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameConstraintsLeaf{
    "lint.name-constraints-leaf",
    "RFC 5280 section 4.2.1.10",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().nameConstraints.present());
    },
};

} // namespace certwright::check::lints
