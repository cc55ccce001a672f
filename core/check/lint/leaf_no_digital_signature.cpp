// Why: in TLS 1.3, and wherever keys are agreed on afresh, the server signs.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule leafNoDigitalSignature{
    "lint.leaf-no-digital-signature",
    "RFC 8446 section 4.4.2.2",
    {Severity::Warning, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const Values& values = subject.values();
        const auto& parameters = values.key.algorithm.parameters;
        // SM2 keys are excused: TLCP uses a second certificate that only encrypts.
        const bool mayOnlyEncrypt = parameters && same(parameters->content, oid::sm2);
        if (subject.isCa() || mayOnlyEncrypt || values.keyUsage.bits == 0)
            return std::nullopt;
        return brokenIf(!values.keyUsage.any({KeyUsage::DigitalSignature}));
    },
};

} // namespace certwright::check::lints
