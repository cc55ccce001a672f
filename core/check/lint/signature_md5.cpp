// Why: MD2, MD4 and MD5 can be forged.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule signatureMd5{
    "lint.signature-md5",
    "RFC 6151",
    {std::nullopt, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView algorithm = subject.values().signature.oid;
        return brokenIf(!subject.isRoot() && algorithm.size() == 9 && same(algorithm.first(8), oid::pkcs1) &&
                        algorithm[8] >= 2 && algorithm[8] <= 4);
    },
};

} // namespace certwright::check::lints
