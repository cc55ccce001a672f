// Why: a period for the private key is not part of the profile any more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule privateKeyUsagePeriod{
    "lint.private-key-usage-period",
    "RFC 5280 appendix A.2",
    {Severity::Note, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.values().privateKeyUsagePeriod.present());
    },
};

} // namespace certwright::check::lints
