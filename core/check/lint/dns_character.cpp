// Why: a label is made of letters, digits and hyphens.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule dnsCharacter{
    "lint.dns-character",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return std::ranges::any_of(name, [](char c) {
                return isAscii({&c, 1}) && !isLetterOrDigit(c) &&
                       std::string_view("-._* ").find(c) == std::string_view::npos;
            });
        });
    },
};

} // namespace certwright::check::lints
