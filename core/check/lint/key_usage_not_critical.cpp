// Why: the key usage is not to be overlooked.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyUsageNotCritical{
    "lint.key-usage-not-critical",
    "RFC 5280 section 4.2.1.3",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(usage.present() && !usage.critical());
    },
};

} // namespace certwright::check::lints
