// Why: a list of names has at least one.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule ianEmpty{
    "lint.ian-empty",
    "RFC 5280 section 4.2.1.7",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& names = subject.values().issuerAltName;
        return brokenIf(names.wellFormed && names.names.empty());
    },
};

} // namespace certwright::check::lints
