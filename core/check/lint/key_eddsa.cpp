// Why: public CAs and browsers know no Ed25519 and Ed448 keys.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEddsa{
    "lint.key-eddsa",
    "Baseline Requirements section 7.1.3.1",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView algorithm = subject.values().key.algorithm.oid;
        return brokenIf(same(algorithm, oid::ed25519) || same(algorithm, oid::ed448));
    },
};

} // namespace certwright::check::lints
