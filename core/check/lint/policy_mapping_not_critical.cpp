// Why: who does not know mappings would find other policies.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyMappingNotCritical{
    "lint.policy-mapping-not-critical",
    "RFC 5280 section 4.2.1.5",
    {Severity::Note, Severity::Warning, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const auto& mappings = subject.values().policyMappings;
        return brokenIf(mappings.present() && !mappings.critical());
    },
};

} // namespace certwright::check::lints
