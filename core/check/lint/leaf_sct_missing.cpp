// Why: browsers refuse certificates of public CAs that are in no log; timestamps can also come in the
// handshake.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule leafSctMissing{
    "lint.leaf-sct-missing",
    "RFC 6962 section 3.3",
    {std::nullopt, std::nullopt, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(!subject.isCa() && !subject.values().signedTimestamps.present());
    },
};

} // namespace certwright::check::lints
