// Why: an identifier is a help and no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule skiCritical{
    "lint.ski-critical",
    "RFC 5280 section 4.2.1.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().subjectKeyId.critical()); },
};

} // namespace certwright::check::lints
