// Why: Ed25519 and Ed448 have no parameters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule signatureEddsaParameters{
    "lint.signature-eddsa-parameters",
    "RFC 8410 section 3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().signature;
        return brokenIf((same(algorithm.oid, oid::ed25519) || same(algorithm.oid, oid::ed448)) &&
                        algorithm.parameters);
    },
};

} // namespace certwright::check::lints
