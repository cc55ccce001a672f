// Why: a name does not begin with a dot; that is a form of name constraints.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsLeadingDot{
    "lint.dns-leading-dot",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return name.starts_with('.'); });
    },
};

} // namespace certwright::check::lints
