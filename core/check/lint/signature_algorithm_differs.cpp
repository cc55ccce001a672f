// Why: what is signed and what is said of the signature must agree, or one algorithm can be passed off for
// another.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule signatureAlgorithmDiffers{
    "lint.signature-algorithm-differs",
    "RFC 5280 section 4.1.1.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!same(subject.anatomy.innerAlgorithm, subject.anatomy.outerAlgorithm));
    },
};

} // namespace certwright::check::lints
