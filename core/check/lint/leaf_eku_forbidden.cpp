// Why: a server certificate signs no code, mail, times or OCSP answers.
#include "core/check/lint/rules.h"

#include "core/check/lint/oids.h"
#include "core/check/lint/values.h"

namespace certwright::check::lints {

const LintRule leafEkuForbidden{
    "lint.leaf-eku-forbidden",
    "Baseline Requirements section 7.1.2.7.10",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        for (const ByteView forbidden :
             {ByteView(oid::codeSigning), ByteView(oid::emailProtection), ByteView(oid::timeStamping),
              ByteView(oid::ocspSigning), ByteView(oid::precertificateSigning)})
            if (!subject.isCa() && usage.has(forbidden))
                return document::dottedOid(forbidden);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
