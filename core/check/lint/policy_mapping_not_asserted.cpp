// Why: a CA maps only policies that it names.
#include "core/check/lint/rules.h"

#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyMappingNotAsserted{
    "lint.policy-mapping-not-asserted",
    "RFC 5280 section 4.2.1.5",
    {Severity::Note, Severity::Warning, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const Values& values = subject.values();
        for (const auto& [from, to] : values.policyMappings.mappings)
            if (!values.policies.has(from) && !values.policies.has(oid::anyPolicy))
                return document::dottedOid(from);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
