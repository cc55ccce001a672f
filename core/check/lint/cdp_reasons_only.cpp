// Why: reasons without a place or an issuer tell nobody where to look.
#include "core/check/lint/rules.h"

#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule cdpReasonsOnly{
    "lint.cdp-reasons-only",
    "RFC 5280 section 4.2.1.13",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const DistributionPoint& point : subject.values().distributionPoints.points)
            if (!point.fullName && !point.relativeName && !point.issuer)
                return std::string();
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
