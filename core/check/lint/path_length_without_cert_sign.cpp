// Why: how many CAs may follow says nothing where none may be signed.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule pathLengthWithoutCertSign{
    "lint.path-length-without-cert-sign",
    "RFC 5280 section 4.2.1.9",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().basicConstraints;
        return brokenIf(constraints.pathLength && !subject.facts.allows(KeyUsage::KeyCertSign));
    },
};

} // namespace certwright::check::lints
