// Why: what begins with xn-- is the encoding of something.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsALabel{
    "lint.dns-a-label",
    "RFC 5890 section 2.3.2.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return anyLabel(
                name, [](std::string_view label) { return hasAlabelPrefix(label) && !isValidAlabel(label); });
        });
    },
};

} // namespace certwright::check::lints
