// Why: anyPolicy is equal to no other policy.
#include "core/check/lint/rules.h"

#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule policyMappingAny{
    "lint.policy-mapping-any",
    "RFC 5280 section 4.2.1.5",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const auto& [from, to] : subject.values().policyMappings.mappings)
            if (same(from, oid::anyPolicy) || same(to, oid::anyPolicy))
                return std::string();
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
