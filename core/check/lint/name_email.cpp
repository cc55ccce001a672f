// Why: email addresses belong into the alternative names.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule nameEmail{
    "lint.name-email",
    "RFC 5280 section 4.1.2.6",
    {Severity::Note, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(
            subject, [](const NameAttribute& attribute) { return same(attribute.oid, oid::emailAddress); });
    },
};

} // namespace certwright::check::lints
