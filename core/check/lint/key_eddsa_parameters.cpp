// Why: Ed25519, Ed448, X25519 and X448 have no parameters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEddsaParameters{
    "lint.key-eddsa-parameters",
    "RFC 8410 section 3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().key.algorithm;
        for (const ByteView known :
             {ByteView(oid::ed25519), ByteView(oid::ed448), ByteView(oid::x25519), ByteView(oid::x448)})
            if (same(algorithm.oid, known))
                return brokenIf(algorithm.parameters.has_value());
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
