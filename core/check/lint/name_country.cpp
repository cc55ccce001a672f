// Why: a country has two capital letters (ISO 3166-1).
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule nameCountry{
    "lint.name-country",
    "RFC 5280 appendix A.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            const std::string_view text = attribute.text();
            const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
            return same(attribute.oid, oid::country) &&
                   (text.size() != 2 || !std::ranges::all_of(text, capital));
        });
    },
};

} // namespace certwright::check::lints
