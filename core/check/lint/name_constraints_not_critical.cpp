// Why: a program that does not know name constraints must not overlook them.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameConstraintsNotCritical{
    "lint.name-constraints-not-critical",
    "RFC 5280 section 4.2.1.10",
    {Severity::Warning, Severity::Blocker, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().nameConstraints;
        return brokenIf(constraints.present() && !constraints.critical());
    },
};

} // namespace certwright::check::lints
