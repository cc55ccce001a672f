// Why: where neither a list nor OCSP is named, nobody learns of a revocation.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule revocationUnknown{
    "lint.revocation-unknown",
    "Baseline Requirements section 7.1.2.7.6",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const Values& values = subject.values();
        if (subject.isCa() || values.distributionPoints.present())
            return std::nullopt;
        return brokenIf(std::ranges::none_of(
            values.authorityAccess.descriptions,
            [](const AccessDescription& description) { return same(description.method, oid::ocsp); }));
    },
};

} // namespace certwright::check::lints
