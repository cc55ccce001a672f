// Why: where there are no extensions, there is no list of them.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule extensionsEmpty{
    "lint.extensions-empty",
    "RFC 5280 section 4.1.2.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.anatomy.hasExtensions && subject.anatomy.extensions.empty());
    },
};

} // namespace certwright::check::lints
