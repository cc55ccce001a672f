// Why: an empty identifier identifies nothing.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule skiEmpty{
    "lint.ski-empty",
    "RFC 5280 section 4.2.1.2",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().subjectKeyId;
        return brokenIf(identifier.wellFormed && identifier.octets.empty());
    },
};

} // namespace certwright::check::lints
