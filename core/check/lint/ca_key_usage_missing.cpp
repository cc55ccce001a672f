// Why: a CA says that its key signs certificates; nobody refuses one that does not.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caKeyUsageMissing{
    "lint.ca-key-usage-missing",
    "RFC 5280 section 4.2.1.3",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.isCa() && !subject.values().keyUsage.present());
    },
};

} // namespace certwright::check::lints
