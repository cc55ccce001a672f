// Why: the identifier of a root is that of its own key.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule rootAkiNoKeyId{
    "lint.root-aki-no-key-id",
    "Baseline Requirements section 7.1.2.1.3",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(subject.isRoot() && identifier.present() && !identifier.keyId);
    },
};

} // namespace certwright::check::lints
