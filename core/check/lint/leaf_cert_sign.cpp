// Why: only a CA's key signs certificates.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafCertSign{
    "lint.leaf-cert-sign",
    "RFC 5280 section 4.2.1.3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        return brokenIf(!subject.isCa() && usage.any({KeyUsage::KeyCertSign}));
    },
};

} // namespace certwright::check::lints
