// Why: a precertificate is made for logs and not for servers.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule precertificate{
    "lint.precertificate",
    "RFC 6962 section 3.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach { return brokenIf(subject.values().poison.present()); },
};

} // namespace certwright::check::lints
