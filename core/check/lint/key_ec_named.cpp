// Why: a curve is named; parameters of one's own could be of a curve that is no good.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEcNamed{
    "lint.key-ec-named",
    "RFC 5480 section 2.1.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().key.algorithm;
        return brokenIf(same(algorithm.oid, oid::ec) &&
                        (!algorithm.parameters || algorithm.parameters->tag != ossl::Tag::ObjectId));
    },
};

} // namespace certwright::check::lints
