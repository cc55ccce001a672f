// Why: between two dots stands something.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsEmptyLabel{
    "lint.dns-empty-label",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return name == "." || name.find("..") != std::string_view::npos;
        });
    },
};

} // namespace certwright::check::lints
