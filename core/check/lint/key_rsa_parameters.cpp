// Why: an RSA key's algorithm has NULL for parameters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyRsaParameters{
    "lint.key-rsa-parameters",
    "RFC 3279 section 2.3.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().key.algorithm;
        return brokenIf(same(algorithm.oid, oid::rsa) &&
                        (!algorithm.parameters || algorithm.parameters->tag != ossl::Tag::Null));
    },
};

} // namespace certwright::check::lints
