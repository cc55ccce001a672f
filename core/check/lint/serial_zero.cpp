// Why: a serial number is a positive integer.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule serialZero{
    "lint.serial-zero",
    "RFC 5280 section 4.1.2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(
            std::ranges::all_of(serialOf(subject), [](std::uint8_t octet) { return octet == 0; }));
    },
};

} // namespace certwright::check::lints
