// Why: a certificate is for somebody.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule subjectEmptyNoSan{
    "lint.subject-empty-no-san",
    "RFC 5280 section 4.1.2.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && subject.anatomy.subject.size() == 2 &&
                        !subject.values().subjectAltName.present());
    },
};

} // namespace certwright::check::lints
