// Why: an EC key agrees on keys and signs, but enciphers nothing.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageEc{
    "lint.key-usage-ec",
    "RFC 8813 section 3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::ec}, {KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment});
    },
};

} // namespace certwright::check::lints
