// Why: subject and issuer unique identifiers must not be generated.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule uniqueIdentifier{
    "lint.unique-identifier",
    "RFC 5280 section 4.1.2.8",
    {Severity::Note, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.anatomy.issuerUniqueId || subject.anatomy.subjectUniqueId);
    },
};

} // namespace certwright::check::lints
