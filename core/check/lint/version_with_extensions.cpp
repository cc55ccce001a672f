// Why: extensions came with version 3.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule versionWithExtensions{
    "lint.version-with-extensions",
    "RFC 5280 section 4.1.2.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.anatomy.hasExtensions && subject.facts.version != 3);
    },
};

} // namespace certwright::check::lints
