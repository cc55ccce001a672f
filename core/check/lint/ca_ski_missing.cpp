// Why: whoever builds a path asks for the key's identifier.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule caSkiMissing{
    "lint.ca-ski-missing",
    "RFC 5280 section 4.2.1.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(subject.isCa() && !subject.values().subjectKeyId.present());
    },
};

} // namespace certwright::check::lints
