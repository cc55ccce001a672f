// Why: DER leaves out the bits at the end that are not set.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyUsageNotMinimal{
    "lint.key-usage-not-minimal",
    "X.690 section 11.2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().keyUsage;
        if (usage.octets.empty())
            return brokenIf(usage.wellFormed && usage.unusedBits != 0);
        const unsigned last = usage.octets.back();
        return brokenIf(((last >> usage.unusedBits) & 1U) == 0 ||
                        (last & ((1U << usage.unusedBits) - 1U)) != 0);
    },
};

} // namespace certwright::check::lints
