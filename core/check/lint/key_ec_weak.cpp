// Why: a curve of less than 224 bits is within reach.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule keyEcWeak{
    "lint.key-ec-weak",
    "NIST SP 800-57 part 1 section 5.6.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const document::KeyFacts& key = subject.facts.key;
        return brokenIf(key.algorithm == document::KeyAlgorithm::Ec && key.bits > 0 && key.bits < 224,
                        std::to_string(key.bits));
    },
};

} // namespace certwright::check::lints
