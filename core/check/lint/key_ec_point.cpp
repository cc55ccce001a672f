// Why: a public key is a point of the curve, and not the one at infinity.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule keyEcPoint{
    "lint.key-ec-point",
    "RFC 5480 section 2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const PublicKey& key = subject.values().key;
        if (!same(key.algorithm.oid, oid::ec))
            return std::nullopt;
        const std::uint8_t form = key.bits.empty() ? 0 : key.bits[0];
        const auto size = static_cast<std::size_t>(subject.facts.key.bits + 7) / 8;
        const bool whole = form == 4 && key.bits.size() == 2 * size + 1;
        const bool compressed = (form == 2 || form == 3) && key.bits.size() == size + 1;
        return brokenIf(!whole && !compressed);
    },
};

} // namespace certwright::check::lints
