// Why: where there is a subject name too, the alternative ones are not marked critical.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule sanCritical{
    "lint.san-critical",
    "Baseline Requirements section 7.1.2.7.12",
    {Severity::Note, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& names = subject.values().subjectAltName;
        return brokenIf(subject.anatomy.subject.size() > 2 && names.critical());
    },
};

} // namespace certwright::check::lints
