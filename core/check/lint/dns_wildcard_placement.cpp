// Why: a wildcard is the whole left-most label.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule dnsWildcardPlacement{
    "lint.dns-wildcard-placement",
    "RFC 9525 section 6.3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            const std::size_t star = name.rfind('*');
            return star != std::string_view::npos && name != "*" && (star != 0 || !name.starts_with("*."));
        });
    },
};

} // namespace certwright::check::lints
