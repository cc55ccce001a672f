// Why: a name in a certificate is absolute without a dot at its end.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsTrailingDot{
    "lint.dns-trailing-dot",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject,
                            [](std::string_view name) { return name.size() > 1 && name.ends_with('.'); });
    },
};

} // namespace certwright::check::lints
