// Why: a CA that issues for TLS issues for nothing else.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule caEkuMixed{
    "lint.ca-eku-mixed",
    "Baseline Requirements section 7.1.2.10.6",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        return brokenIf(subject.isCa() && usage.has(oid::serverAuth) &&
                        (usage.has(oid::anyExtendedKeyUsage) || usage.has(oid::codeSigning) ||
                         usage.has(oid::emailProtection) || usage.has(oid::timeStamping)));
    },
};

} // namespace certwright::check::lints
