// Why: where the only names are the alternative ones, they are not to be overlooked.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule subjectEmptySanNotCritical{
    "lint.subject-empty-san-not-critical",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& names = subject.values().subjectAltName;
        return brokenIf(!subject.isCa() && subject.anatomy.subject.size() == 2 && names.present() &&
                        !names.critical());
    },
};

} // namespace certwright::check::lints
