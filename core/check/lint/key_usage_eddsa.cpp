// Why: Ed25519 and Ed448 keys can do nothing but sign.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageEddsa{
    "lint.key-usage-eddsa",
    "RFC 9295 section 3",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::ed25519, oid::ed448},
                           {KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment, KeyUsage::KeyAgreement,
                            KeyUsage::EncipherOnly, KeyUsage::DecipherOnly});
    },
};

} // namespace certwright::check::lints
