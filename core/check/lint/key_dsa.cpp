// Why: DSA is not used by TLS any more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyDsa{
    "lint.key-dsa",
    "Baseline Requirements section 7.1.3.1",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(same(subject.values().key.algorithm.oid, oid::dsa));
    },
};

} // namespace certwright::check::lints
