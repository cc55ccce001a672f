// Why: a server's key signs handshakes, and no documents.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafNonRepudiation{
    "lint.leaf-non-repudiation",
    "Baseline Requirements section 7.1.2.7.11",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(!subject.isCa() && issuedFrom(subject, 2023, 9, 15) &&
                        usage.any({KeyUsage::NonRepudiation}));
    },
};

} // namespace certwright::check::lints
