// Why: a name has at least one character.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsEmpty{
    "lint.dns-empty",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return name.empty(); });
    },
};

} // namespace certwright::check::lints
