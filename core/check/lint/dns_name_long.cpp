// Why: a name has at most 253 characters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsNameLong{
    "lint.dns-name-long",
    "RFC 1034 section 3.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return name.size() > 253; });
    },
};

} // namespace certwright::check::lints
