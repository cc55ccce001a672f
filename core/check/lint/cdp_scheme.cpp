// Why: lists are fetched by HTTP, which needs no certificate of its own.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule cdpScheme{
    "lint.cdp-scheme",
    "Baseline Requirements section 7.1.2.11.2",
    {std::nullopt, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        for (const DistributionPoint& point : subject.values().distributionPoints.points)
            for (const GeneralName& name : point.names)
                if (name.tag == GeneralName::uri && !isScheme(name.text(), "http:"))
                    return readable(name.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
