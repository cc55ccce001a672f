// Why: X25519 and X448 keys can do nothing but agree on keys.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageX25519{
    "lint.key-usage-x25519",
    "RFC 9295 section 3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::x25519, oid::x448},
                           {KeyUsage::DigitalSignature, KeyUsage::NonRepudiation, KeyUsage::KeyEncipherment,
                            KeyUsage::DataEncipherment, KeyUsage::KeyCertSign, KeyUsage::CrlSign});
    },
};

} // namespace certwright::check::lints
