// Why: a list of names has at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule sanEmpty{
    "lint.san-empty",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& names = subject.values().subjectAltName;
        return brokenIf(names.wellFormed && names.names.empty());
    },
};

} // namespace certwright::check::lints
