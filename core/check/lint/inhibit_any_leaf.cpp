// Why: inhibitAnyPolicy concerns what a CA issues.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule inhibitAnyLeaf{
    "lint.inhibit-any-leaf",
    "RFC 5280 section 4.2.1.14",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.values().inhibitAnyPolicy.present());
    },
};

} // namespace certwright::check::lints
