// Why: with ECDSA the signature has no parameters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule signatureEcdsaParameters{
    "lint.signature-ecdsa-parameters",
    "RFC 5758 section 3.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().signature;
        const bool ecdsa = algorithm.oid.size() > 6 && same(algorithm.oid.first(6), oid::ecdsa);
        return brokenIf(ecdsa && algorithm.parameters);
    },
};

} // namespace certwright::check::lints
