// Why: no host name has an underscore.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsUnderscore{
    "lint.dns-underscore",
    "Baseline Requirements section 7.1.2.7.12",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (!issuedFrom(subject, 2019, 4, 1))
            return std::nullopt;
        return dnsNameWhere(subject,
                            [](std::string_view name) { return name.find('_') != std::string_view::npos; });
    },
};

} // namespace certwright::check::lints
