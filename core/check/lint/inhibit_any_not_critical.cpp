// Why: a program that does not know inhibitAnyPolicy must not overlook it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule inhibitAnyNotCritical{
    "lint.inhibit-any-not-critical",
    "RFC 5280 section 4.2.1.14",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& inhibit = subject.values().inhibitAnyPolicy;
        return brokenIf(inhibit.present() && !inhibit.critical());
    },
};

} // namespace certwright::check::lints
