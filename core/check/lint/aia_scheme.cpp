// Why: places are reached by HTTP, which needs no certificate of its own.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule aiaScheme{
    "lint.aia-scheme",
    "Baseline Requirements section 7.1.2.7.7",
    {std::nullopt, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& access = subject.values().authorityAccess;
        for (const AccessDescription& description : access.descriptions)
            if (description.place.tag != GeneralName::uri || !isScheme(description.place.text(), "http:"))
                return readable(description.place.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
