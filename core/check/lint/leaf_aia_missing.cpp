// Why: without the issuer's address a client that lacks an intermediate cannot fetch it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafAiaMissing{
    "lint.leaf-aia-missing",
    "Baseline Requirements section 7.1.2.7.7",
    {std::nullopt, std::nullopt, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && !subject.values().authorityAccess.present());
    },
};

} // namespace certwright::check::lints
