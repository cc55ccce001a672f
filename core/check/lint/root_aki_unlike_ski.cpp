// Why: a root is signed by its own key.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule rootAkiUnlikeSki{
    "lint.root-aki-unlike-ski",
    "Baseline Requirements section 7.1.2.1.3",
    {std::nullopt, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& identifier = subject.values().authorityKeyId;
        return brokenIf(subject.isRoot() && identifier.keyId &&
                        !same(*identifier.keyId, subject.values().subjectKeyId.octets));
    },
};

} // namespace certwright::check::lints
