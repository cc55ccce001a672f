// Why: a number of certificates is zero or more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule inhibitAnyNegative{
    "lint.inhibit-any-negative",
    "RFC 5280 section 4.2.1.14",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& inhibit = subject.values().inhibitAnyPolicy;
        return brokenIf(negative(inhibit.octets));
    },
};

} // namespace certwright::check::lints
