// Why: an IP address has 4 or 16 octets.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule sanIpLength{
    "lint.san-ip-length",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return altNameWhere(subject, [](const GeneralName& name) {
            return name.tag == GeneralName::ip && name.content.size() != 4 && name.content.size() != 16;
        });
    },
};

} // namespace certwright::check::lints
