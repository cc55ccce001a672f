// Why: lists are fetched from an address.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule cdpNotUri{
    "lint.cdp-not-uri",
    "Baseline Requirements section 7.1.2.11.2",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const DistributionPoint& point : subject.values().distributionPoints.points)
            for (const GeneralName& name : point.names)
                if (name.tag != GeneralName::uri)
                    return readable(name.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
