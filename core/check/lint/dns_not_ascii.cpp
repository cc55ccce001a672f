// Why: names outside ASCII are written as A-labels (xn--…).
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsNotAscii{
    "lint.dns-not-ascii",
    "RFC 5280 section 7.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return !isAscii(name); });
    },
};

} // namespace certwright::check::lints
