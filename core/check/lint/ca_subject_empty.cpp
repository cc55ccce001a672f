// Why: what a CA issues carries its name.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caSubjectEmpty{
    "lint.ca-subject-empty",
    "RFC 5280 section 4.1.2.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.isCa() && subject.anatomy.subject.size() == 2);
    },
};

} // namespace certwright::check::lints
