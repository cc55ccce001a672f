// Why: DER writes an INTEGER in the fewest octets, or equal numbers would compare unequal.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule serialNotMinimal{
    "lint.serial-not-minimal",
    "X.690 section 8.3.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView serial = serialOf(subject);
        return brokenIf(serial.size() > 1 && ((serial[0] == 0 && (serial[1] & 0x80U) == 0) ||
                                              (serial[0] == 0xFF && (serial[1] & 0x80U) != 0)));
    },
};

} // namespace certwright::check::lints
