// Why: text that is called UTF-8 must be UTF-8.
#include "core/check/lint/rules.h"

#include "core/base/utf8.h"
#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameUtf8Malformed{
    "lint.name-utf8-malformed",
    "RFC 3629 section 3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            return attribute.tag == 0x0C && !base::isUtf8(attribute.text());
        });
    },
};

} // namespace certwright::check::lints
