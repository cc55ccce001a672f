// Why: an IP address has a form of its own; clients do not look for it among the DNS names.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsAddress{
    "lint.dns-address",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) { return isAddressText(name); });
    },
};

} // namespace certwright::check::lints
