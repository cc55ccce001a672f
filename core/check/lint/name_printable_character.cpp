// Why: PrintableString knows letters, digits, spaces and a few signs.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

const LintRule namePrintableCharacter{
    "lint.name-printable-character",
    "X.680 section 41.4",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            return attribute.tag == 0x13 && !std::ranges::all_of(attribute.text(), [](char c) {
                       return isLetterOrDigit(c) ||
                              std::string_view(" '()+,-./:=?").find(c) != std::string_view::npos;
                   });
        });
    },
};

} // namespace certwright::check::lints
