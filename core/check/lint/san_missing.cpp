// Why: clients look at the alternative names only.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule sanMissing{
    "lint.san-missing",
    "Baseline Requirements section 7.1.2.7.12",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && !subject.values().subjectAltName.present());
    },
};

} // namespace certwright::check::lints
