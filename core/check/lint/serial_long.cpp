// Why: more than 20 octets are not what those who store serial numbers make room for.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule serialLong{
    "lint.serial-long",
    "RFC 5280 section 4.1.2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(serialOf(subject).size() > 20); },
};

} // namespace certwright::check::lints
