// Why: GeneralizedTime is written YYYYMMDDHHMMSSZ, without fractions of seconds.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule validityGeneralizedForm{
    "lint.validity-generalized-form",
    "RFC 5280 section 4.1.2.5.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(hasMalformedTime(subject, ossl::Tag::GeneralizedTime, 15));
    },
};

} // namespace certwright::check::lints
