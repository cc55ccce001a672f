// Why: a server certificate names its purpose.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule leafEkuNoServer{
    "lint.leaf-eku-no-server",
    "Baseline Requirements section 7.1.2.7.10",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        return brokenIf(!subject.isCa() && usage.present() && !usage.has(oid::serverAuth));
    },
};

} // namespace certwright::check::lints
