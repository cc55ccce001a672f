// Why: encipherOnly and decipherOnly say something of keyAgreement, and nothing without it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyUsageOnly{
    "lint.key-usage-only",
    "RFC 5280 section 4.2.1.3",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(usage.any({KeyUsage::EncipherOnly, KeyUsage::DecipherOnly}) &&
                        !usage.any({KeyUsage::KeyAgreement}));
    },
};

} // namespace certwright::check::lints
