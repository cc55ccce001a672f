// Why: names are written in UTF-8 or in PrintableString; what others mean is not even clear.
#include "core/check/lint/rules.h"

#include <algorithm>
#include <array>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameStringType{
    "lint.name-string-type",
    "RFC 5280 section 4.1.2.4",
    {Severity::Note, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            constexpr std::array<std::uint8_t, 3> old{0x14, 0x1C, 0x1E}; // Teletex, Universal, BMP
            return std::ranges::find(old, attribute.tag) != old.end();
        });
    },
};

} // namespace certwright::check::lints
