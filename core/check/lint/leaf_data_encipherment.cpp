// Why: a server's key encrypts no data by itself.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafDataEncipherment{
    "lint.leaf-data-encipherment",
    "Baseline Requirements section 7.1.2.7.11",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(!subject.isCa() && usage.any({KeyUsage::DataEncipherment}));
    },
};

} // namespace certwright::check::lints
