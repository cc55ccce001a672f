// Why: a name without a dot means another computer in every network.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsSingleLabel{
    "lint.dns-single-label",
    "Baseline Requirements section 4.2.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (!issuedFrom(subject, 2015, 11, 1))
            return std::nullopt;
        return dnsNameWhere(subject, [](std::string_view name) {
            return !name.empty() && name != "*" && !isAddressText(name) &&
                   name.find('.') == std::string_view::npos;
        });
    },
};

} // namespace certwright::check::lints
