// Why: SHA-1 collisions have been made.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule signatureSha1{
    "lint.signature-sha1",
    "Baseline Requirements section 7.1.3.2.1",
    {std::nullopt, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isRoot() && subject.facts.signature.digest == "SHA1");
    },
};

} // namespace certwright::check::lints
