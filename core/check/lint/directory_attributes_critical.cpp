// Why: what a directory knows of the subject is no condition.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule directoryAttributesCritical{
    "lint.directory-attributes-critical",
    "RFC 5280 section 4.2.1.8",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.values().directoryAttributes.critical());
    },
};

} // namespace certwright::check::lints
