// Why: labels with two hyphens in third place are kept for encodings to come.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsReservedLabel{
    "lint.dns-reserved-label",
    "Baseline Requirements section 7.1.2.7.12",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (!issuedFrom(subject, 2021, 10, 1))
            return std::nullopt;
        return dnsNameWhere(subject, [](std::string_view name) {
            return anyLabel(name, [](std::string_view label) {
                return label.size() >= 4 && label.substr(2, 2) == "--" && !hasAlabelPrefix(label);
            });
        });
    },
};

} // namespace certwright::check::lints
