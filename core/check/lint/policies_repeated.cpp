// Why: a policy stands there once.
#include "core/check/lint/rules.h"

#include "core/check/lint/values.h"

namespace certwright::check::lints {

// Only the first thousand are looked at: no certificate has that many but a hostile one.
const LintRule policiesRepeated{
    "lint.policies-repeated",
    "RFC 5280 section 4.2.1.4",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& policies = subject.values().policies;
        for (std::size_t i = 1; i < policies.policies.size(); ++i)
            for (std::size_t k = 0; k < i && i < 1000; ++k)
                if (same(policies.policies[i].oid, policies.policies[k].oid))
                    return document::dottedOid(policies.policies[i].oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
