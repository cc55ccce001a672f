// Why: a point beside the curve gives away what it is multiplied with.
#include "core/check/lint/rules.h"

#include <memory>

#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"
#include "core/ossl/error_scope.h"

namespace certwright::check::lints {

namespace {

struct Free {
    void operator()(EC_GROUP* p) const { EC_GROUP_free(p); }
    void operator()(EC_POINT* p) const { EC_POINT_free(p); }
};
using Group = std::unique_ptr<EC_GROUP, Free>;

// groupOf returns the curves that are asked for every day, made once; nullptr for others.
const EC_GROUP* groupOf(ByteView curve) {
    static const Group p256(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    static const Group p384(EC_GROUP_new_by_curve_name(NID_secp384r1));
    static const Group p521(EC_GROUP_new_by_curve_name(NID_secp521r1));
    if (same(curve, oid::p256))
        return p256.get();
    if (same(curve, oid::p384))
        return p384.get();
    return same(curve, oid::p521) ? p521.get() : nullptr;
}

} // namespace

const LintRule keyEcOffCurve{
    "lint.key-ec-off-curve",
    "RFC 5480 section 2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const PublicKey& key = subject.values().key;
        if (!same(key.algorithm.oid, oid::ec) || !key.algorithm.parameters)
            return std::nullopt;
        const EC_GROUP* group = groupOf(key.algorithm.parameters->content);
        const auto size = static_cast<std::size_t>(subject.facts.key.bits + 7) / 8;
        // What has not even the size of a point is told by key-ec-point.
        if (group == nullptr || (key.bits.size() != 2 * size + 1 && key.bits.size() != size + 1))
            return std::nullopt;
        const ossl::ErrorScope scope;
        const std::unique_ptr<EC_POINT, Free> point(EC_POINT_new(group));
        return brokenIf(EC_POINT_oct2point(group, point.get(), key.bits.data(), key.bits.size(), nullptr) !=
                        1);
    },
};

} // namespace certwright::check::lints
