// Why: public CAs and browsers know P-256, P-384 and P-521 only.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEcCurve{
    "lint.key-ec-curve",
    "Baseline Requirements section 6.1.5",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().key.algorithm;
        if (!same(algorithm.oid, oid::ec))
            return std::nullopt;
        const ByteView curve = algorithm.parameters ? algorithm.parameters->content : ByteView();
        return brokenIf(!same(curve, oid::p256) && !same(curve, oid::p384) && !same(curve, oid::p521),
                        subject.facts.key.curve);
    },
};

} // namespace certwright::check::lints
