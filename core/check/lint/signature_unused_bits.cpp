// Why: a signature is a whole number of octets.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule signatureUnusedBits{
    "lint.signature-unused-bits",
    "RFC 5280 section 4.1.1.3",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView bits = subject.anatomy.signature.content;
        return brokenIf(bits.empty() || bits[0] != 0);
    },
};

} // namespace certwright::check::lints
