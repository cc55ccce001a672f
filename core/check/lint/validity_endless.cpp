// Why: 99991231235959Z says that a certificate has no end, and then only revocation ends it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule validityEndless{
    "lint.validity-endless",
    "RFC 5280 section 4.1.2.5",
    {Severity::Note, std::nullopt, std::nullopt},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(base::textOf(subject.anatomy.notAfter.content) == "99991231235959Z");
    },
};

} // namespace certwright::check::lints
