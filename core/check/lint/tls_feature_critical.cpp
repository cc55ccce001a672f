// Why: a client that does not know the TLS feature would refuse the server.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule tlsFeatureCritical{
    "lint.tls-feature-critical",
    "RFC 7633 section 4.2.1",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().tlsFeature.critical()); },
};

} // namespace certwright::check::lints
