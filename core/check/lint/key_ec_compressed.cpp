// Why: not everybody can read a compressed point.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEcCompressed{
    "lint.key-ec-compressed",
    "RFC 5480 section 2.2",
    {Severity::Note, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const PublicKey& key = subject.values().key;
        return brokenIf(same(key.algorithm.oid, oid::ec) && !key.bits.empty() &&
                        (key.bits[0] == 2 || key.bits[0] == 3));
    },
};

} // namespace certwright::check::lints
