// Why: DER leaves 0 out where it is the default.
#include "core/check/lint/rules.h"

#include <array>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule nameConstraintsMinimum{
    "lint.name-constraints-minimum",
    "RFC 5280 section 4.2.1.10",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& constraints = subject.values().nameConstraints;
        constexpr std::array<std::uint8_t, 1> zero{0};
        for (const auto& list : {constraints.permitted, constraints.excluded})
            for (const Subtree& subtree : list.value_or(std::vector<Subtree>()))
                if (subtree.minimum && same(*subtree.minimum, zero))
                    return readable(subtree.base.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
