// Why: where to fetch delta lists is a help and no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule freshestCrlCritical{
    "lint.freshest-crl-critical",
    "RFC 5280 section 4.2.1.15",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().freshestCrl.critical()); },
};

} // namespace certwright::check::lints
