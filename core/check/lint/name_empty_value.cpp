// Why: an attribute without a value says nothing.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameEmptyValue{
    "lint.name-empty-value",
    "X.520",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject,
                              [](const NameAttribute& attribute) { return attribute.value.empty(); });
    },
};

} // namespace certwright::check::lints
