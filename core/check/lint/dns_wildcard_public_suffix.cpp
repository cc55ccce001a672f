// Why: a wildcard over a public suffix would be for everybody's names.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"
#include "core/check/public_suffix.h"

namespace certwright::check::lints {

const LintRule dnsWildcardPublicSuffix{
    "lint.dns-wildcard-public-suffix",
    "Baseline Requirements section 3.2.2.6",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return dnsNameWhere(subject, [](std::string_view name) {
            return name.starts_with("*.") && isPublicSuffix(baseName(name));
        });
    },
};

} // namespace certwright::check::lints
