// Why: a label has at most 63 characters.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsLabelLong{
    "lint.dns-label-long",
    "RFC 1034 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return anyLabel(name, [](std::string_view label) { return label.size() > 63; });
        });
    },
};

} // namespace certwright::check::lints
