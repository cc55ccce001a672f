// Why: to say a name twice says nothing.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

// Looks back over 64 names only: lists of thousands exist, and a repetition is mere form.
const LintRule sanRepeated{
    "lint.san-repeated",
    "RFC 5280 section 4.2.1.6",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& names = subject.values().subjectAltName;
        for (std::size_t i = 1; i < names.names.size(); ++i)
            for (std::size_t k = i > 64 ? i - 64 : 0; k < i; ++k)
                if (names.names[i].tag == names.names[k].tag &&
                    same(names.names[i].content, names.names[k].content))
                    return readable(names.names[i].content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
