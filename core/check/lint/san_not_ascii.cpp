// Why: addresses in certificates are ASCII; for others there are forms of their own.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule sanNotAscii{
    "lint.san-not-ascii",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return altNameWhere(subject, [](const GeneralName& name) {
            return (name.tag == GeneralName::email || name.tag == GeneralName::uri) && !isAscii(name.text());
        });
    },
};

} // namespace certwright::check::lints
