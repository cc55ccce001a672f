// Why: a program that does not know basicConstraints must not take a CA for one; in a path nobody minds.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caBasicConstraintsNotCritical{
    "lint.ca-basic-constraints-not-critical",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(subject.position != Position::Anchor && subject.facts.isCa() &&
                        !constraints.critical());
    },
};

} // namespace certwright::check::lints
