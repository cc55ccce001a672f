// Why: an EC key agrees on keys and signs, but enciphers nothing; SM2 keys do (GB/T 32918.4).
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageEc{
    "lint.key-usage-ec",
    "RFC 8813 section 3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& parameters = subject.values().key.algorithm.parameters;
        if (parameters && same(parameters->content, oid::sm2))
            return std::nullopt;
        return usageBreach(subject, {oid::ec}, {KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment});
    },
};

} // namespace certwright::check::lints
