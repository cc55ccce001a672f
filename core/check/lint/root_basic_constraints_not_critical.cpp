// Why: a program that does not know basicConstraints must not take a CA for one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule rootBasicConstraintsNotCritical{
    "lint.root-basic-constraints-not-critical",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(subject.position == Position::Anchor && constraints.present() &&
                        !constraints.critical());
    },
};

} // namespace certwright::check::lints
