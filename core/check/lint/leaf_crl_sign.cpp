// Why: a server signs no revocation lists.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafCrlSign{
    "lint.leaf-crl-sign",
    "Baseline Requirements section 7.1.2.7.11",
    {Severity::Note, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(!subject.isCa() && usage.any({KeyUsage::CrlSign}));
    },
};

} // namespace certwright::check::lints
