// Why: spaces at the edge are not seen, and not everybody compares without them.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameSpaces{
    "lint.name-spaces",
    "RFC 4518 section 2.6.1",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            return attribute.text().starts_with(' ') || attribute.text().ends_with(' ');
        });
    },
};

} // namespace certwright::check::lints
