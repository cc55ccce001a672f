// Why: a name relative to the issuer's is not to be used.
#include "core/check/lint/rules.h"

#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule cdpRelative{
    "lint.cdp-relative",
    "RFC 5280 section 4.2.1.13",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const DistributionPoint& point : subject.values().distributionPoints.points)
            if (point.relativeName)
                return std::string();
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
