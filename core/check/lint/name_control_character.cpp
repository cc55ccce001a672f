// Why: characters that are not seen can make a name look like another one.
#include "core/check/lint/rules.h"

#include "core/base/utf8.h"
#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameControlCharacter{
    "lint.name-control-character",
    "RFC 5280 section 4.1.2.4",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            const bool text = attribute.tag == 0x0C || attribute.tag == 0x13 || attribute.tag == 0x16;
            return text && base::printable(attribute.text()) != attribute.text();
        });
    },
};

} // namespace certwright::check::lints
