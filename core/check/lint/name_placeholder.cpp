// Why: a sign in place of a value is no value.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule namePlaceholder{
    "lint.name-placeholder",
    "Baseline Requirements section 7.1.4.2",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            return attribute.value.size() == 1 &&
                   std::string_view(".-_* ").find(attribute.text()[0]) != std::string_view::npos;
        });
    },
};

} // namespace certwright::check::lints
