// Why: ML-DSA keys can do nothing but sign.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyUsageMlDsa{
    "lint.key-usage-ml-dsa",
    "RFC 9881 section 5",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return usageBreach(subject, {oid::mlDsa44, oid::mlDsa65, oid::mlDsa87},
                           {KeyUsage::KeyEncipherment, KeyUsage::DataEncipherment, KeyUsage::KeyAgreement,
                            KeyUsage::EncipherOnly, KeyUsage::DecipherOnly});
    },
};

} // namespace certwright::check::lints
