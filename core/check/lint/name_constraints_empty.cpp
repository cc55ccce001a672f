// Why: constraints permit or exclude something.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameConstraintsEmpty{
    "lint.name-constraints-empty",
    "RFC 5280 section 4.2.1.10",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().nameConstraints;
        const bool none = !constraints.permitted && !constraints.excluded;
        return brokenIf(constraints.wellFormed &&
                        (none || (constraints.permitted && constraints.permitted->empty()) ||
                         (constraints.excluded && constraints.excluded->empty())));
    },
};

} // namespace certwright::check::lints
