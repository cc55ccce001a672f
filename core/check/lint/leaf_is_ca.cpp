// Why: a server certificate is no CA.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafIsCa{
    "lint.leaf-is-ca",
    "Baseline Requirements section 7.1.2.7.8",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.position == Position::Leaf && subject.facts.isCa());
    },
};

} // namespace certwright::check::lints
