// Why: a label neither begins nor ends with a hyphen.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsHyphen{
    "lint.dns-hyphen",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return anyLabel(
                name, [](std::string_view label) { return label.starts_with('-') || label.ends_with('-'); });
        });
    },
};

} // namespace certwright::check::lints
