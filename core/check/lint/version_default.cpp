// Why: DER leaves out what equals its default, and version 1 is the default.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule versionDefault{
    "lint.version-default",
    "RFC 5280 section 4.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& version = subject.anatomy.version;
        return brokenIf(version && version->size() == 1 && (*version)[0] == 0);
    },
};

} // namespace certwright::check::lints
