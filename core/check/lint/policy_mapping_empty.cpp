// Why: a list of mappings has at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule policyMappingEmpty{
    "lint.policy-mapping-empty",
    "RFC 5280 section 4.2.1.5",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& mappings = subject.values().policyMappings;
        return brokenIf(mappings.wellFormed && mappings.mappings.empty());
    },
};

} // namespace certwright::check::lints
