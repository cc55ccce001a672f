// Why: OpenSSL takes a random number for each ECDSA signature; here it comes from the key and the message, so
// that a case gives the same octets, and so the same fingerprints, in every run.
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include "tests/support/forge/keys.h"

namespace certwright::forge {

namespace {

struct Free {
    void operator()(BIGNUM* p) const { BN_free(p); }
    void operator()(BN_CTX* p) const { BN_CTX_free(p); }
    void operator()(EC_GROUP* p) const { EC_GROUP_free(p); }
    void operator()(EC_POINT* p) const { EC_POINT_free(p); }
};
template <typename T> using Held = std::unique_ptr<T, Free>;

Held<EC_GROUP> groupOf(evp_pkey_st* key) {
    char name[80] = {};
    std::size_t size = 0;
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name, sizeof name, &size);
    return Held<EC_GROUP>(EC_GROUP_new_by_curve_name(OBJ_txt2nid(name)));
}

Held<BIGNUM> numberOf(const Bytes& octets) {
    return Held<BIGNUM>(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr));
}

// hashNumber is the left-most bits of the digest, as many as the order has (FIPS 186-4 section 6.4).
Held<BIGNUM> hashNumber(const Bytes& digest, const BIGNUM* order) {
    Held<BIGNUM> number = numberOf(digest);
    const int excess = static_cast<int>(digest.size()) * 8 - BN_num_bits(order);
    if (excess > 0)
        BN_rshift(number.get(), number.get(), excess);
    return number;
}

Bytes magnitude(const BIGNUM* number) {
    Bytes octets(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, octets.data());
    return octets;
}

} // namespace

Bytes seededEcdsa(evp_pkey_st* key, const Bytes& digest) {
    const Held<BN_CTX> context(BN_CTX_new());
    const Held<EC_GROUP> group = groupOf(key);
    const BIGNUM* const order = EC_GROUP_get0_order(group.get());
    BIGNUM* found = nullptr;
    EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &found);
    const Held<BIGNUM> secret(found);
    const std::string seed = "k " + base::toHex(magnitude(secret.get())) + base::toHex(digest);
    const Held<BIGNUM> k = numberOf(seededOctets(seed, static_cast<std::size_t>(BN_num_bytes(order)) + 8));
    BN_mod(k.get(), k.get(), order, context.get());
    const Held<EC_POINT> point(EC_POINT_new(group.get()));
    EC_POINT_mul(group.get(), point.get(), k.get(), nullptr, nullptr, context.get());
    const Held<BIGNUM> r(BN_new());
    EC_POINT_get_affine_coordinates(group.get(), point.get(), r.get(), nullptr, context.get());
    BN_mod(r.get(), r.get(), order, context.get());
    const Held<BIGNUM> s(BN_new());
    BN_mod_mul(s.get(), r.get(), secret.get(), order, context.get());
    BN_mod_add(s.get(), s.get(), hashNumber(digest, order).get(), order, context.get());
    const Held<BIGNUM> inverse(BN_mod_inverse(nullptr, k.get(), order, context.get()));
    BN_mod_mul(s.get(), s.get(), inverse.get(), order, context.get());
    return sequence({positiveInteger(magnitude(r.get())), positiveInteger(magnitude(s.get()))});
}

} // namespace certwright::forge
