// Why: nobody can prove that a name below no public domain is theirs.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"
#include "core/check/public_suffix.h"

namespace certwright::check::lints {

const LintRule dnsInternalName{
    "lint.dns-internal-name",
    "Baseline Requirements section 4.2.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (!issuedFrom(subject, 2015, 11, 1))
            return std::nullopt;
        return dnsNameWhere(subject, [](std::string_view name) {
            const std::string_view host = baseName(name);
            return host.find('.') != std::string_view::npos && !isAddressText(host) && isAscii(host) &&
                   !hasListedTopLevel(host);
        });
    },
};

} // namespace certwright::check::lints
