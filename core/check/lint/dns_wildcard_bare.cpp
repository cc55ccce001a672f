// Why: a wildcard stands for one label of a domain, not for every name.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsWildcardBare{
    "lint.dns-wildcard-bare",
    "RFC 9525 section 6.3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return name == "*" || name == "*."; });
    },
};

} // namespace certwright::check::lints
