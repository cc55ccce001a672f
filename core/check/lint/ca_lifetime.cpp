// Why: keys and digests age; a CA that outlives them cannot be withdrawn easily.
#include "core/check/lint/rules.h"

#include "core/base/clock.h"
#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caLifetime{
    "lint.ca-lifetime",
    "Baseline Requirements section 7.1.2.1.1",
    {std::nullopt, std::nullopt, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const auto days = base::wholeDays(subject.facts.notBefore, subject.facts.notAfter);
        return brokenIf(subject.isCa() && days > 9132, std::to_string(days));
    },
};

} // namespace certwright::check::lints
