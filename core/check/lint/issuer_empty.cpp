// Why: a certificate without the name of its issuer can be put under nobody.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule issuerEmpty{
    "lint.issuer-empty",
    "RFC 5280 section 4.1.2.4",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.anatomy.issuer.size() == 2); },
};

} // namespace certwright::check::lints
