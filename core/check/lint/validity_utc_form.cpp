// Why: UTCTime is written YYMMDDHHMMSSZ, with seconds, in Greenwich Mean Time.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule validityUtcForm{
    "lint.validity-utc-form",
    "RFC 5280 section 4.1.2.5.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(hasMalformedTime(subject, ossl::Tag::UtcTime, 13));
    },
};

} // namespace certwright::check::lints
