// Why: the name " " is allowed by DNS and forbidden in certificates, as is a blank anywhere.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsSpace{
    "lint.dns-space",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject,
                            [](std::string_view name) { return name.find(' ') != std::string_view::npos; });
    },
};

} // namespace certwright::check::lints
