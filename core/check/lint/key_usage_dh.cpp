// Why: a Diffie-Hellman key can do nothing but agree on keys.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageDh{
    "lint.key-usage-dh",
    "RFC 3279 section 2.3.3",
    {Severity::Warning, Severity::Warning, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::dh},
                           {KeyUsage::DigitalSignature, KeyUsage::NonRepudiation, KeyUsage::KeyEncipherment,
                            KeyUsage::DataEncipherment, KeyUsage::KeyCertSign, KeyUsage::CrlSign});
    },
};

} // namespace certwright::check::lints
