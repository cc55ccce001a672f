// Why: with RSA the parameters of the signature are NULL; readers are told to take absent ones too.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule signatureRsaParameters{
    "lint.signature-rsa-parameters",
    "RFC 4055 section 5",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Algorithm& algorithm = subject.values().signature;
        const bool rsa =
            algorithm.oid.size() == 9 && same(algorithm.oid.first(8), oid::pkcs1) && algorithm.oid[8] != 10;
        return brokenIf(rsa && (!algorithm.parameters || algorithm.parameters->tag != ossl::Tag::Null));
    },
};

} // namespace certwright::check::lints
