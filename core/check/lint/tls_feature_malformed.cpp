// Why: a client that honours the TLS feature must be able to read it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule tlsFeatureMalformed{
    "lint.tls-feature-malformed",
    "RFC 7633 section 4.1",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& feature = subject.values().tlsFeature;
        return brokenIf(feature.present() && !feature.wellFormed);
    },
};

} // namespace certwright::check::lints
