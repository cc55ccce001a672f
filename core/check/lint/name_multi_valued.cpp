// Why: several attributes in one step of a name compare differently from program to program.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameMultiValued{
    "lint.name-multi-valued",
    "Baseline Requirements section 7.1.4.1",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& attributes = subject.values().subject;
        for (std::size_t i = 1; i < attributes.size(); ++i)
            if (attributes[i].rdn == attributes[i - 1].rdn)
                return readable(attributes[i].value);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
