// Why: RSA and DSA keys out of a seed: the same in every run, found once per process.
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <numeric>
#include <tuple>

#include "core/ossl/digest.h"
#include "tests/support/forge/keys.h"

namespace certwright::forge {

namespace {

struct Free {
    void operator()(BIGNUM* p) const { BN_free(p); }
    void operator()(BN_CTX* p) const { BN_CTX_free(p); }
    void operator()(OSSL_PARAM_BLD* p) const { OSSL_PARAM_BLD_free(p); }
    void operator()(OSSL_PARAM* p) const { OSSL_PARAM_free(p); }
    void operator()(EVP_PKEY_CTX* p) const { EVP_PKEY_CTX_free(p); }
};
using Number = std::unique_ptr<BIGNUM, Free>;
using Pair = std::shared_ptr<evp_pkey_st>;

Number number() {
    return Number(BN_new());
}

// oddOfBits is an odd number of exactly `bits` bits whose two highest are set, so that two of them multiply
// to exactly twice the bits.
Number oddOfBits(const std::string& seed, int bits) {
    Bytes octets = seededOctets(seed, static_cast<std::size_t>(bits + 7) / 8);
    Number value(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr));
    BN_mask_bits(value.get(), bits);
    BN_set_bit(value.get(), bits - 1);
    BN_set_bit(value.get(), bits - 2);
    BN_set_bit(value.get(), 0);
    return value;
}

bool isPrime(const BIGNUM* value, BN_CTX* context) {
    return BN_check_prime(value, context, nullptr) == 1;
}

// rsaPrime is a prime p with gcd(p - 1, e) = 1.
Number rsaPrime(const std::string& seed, int bits, unsigned long e, BN_CTX* context) {
    Number p = oddOfBits(seed, bits);
    for (;; BN_add_word(p.get(), 2)) {
        const BN_ULONG less = (BN_mod_word(p.get(), e) + e - 1) % e;
        if (std::gcd(less, static_cast<BN_ULONG>(e)) == 1 && isPrime(p.get(), context))
            return p;
    }
}

Pair fromNumbers(const char* type, const std::vector<std::pair<const char*, const BIGNUM*>>& numbers) {
    const std::unique_ptr<OSSL_PARAM_BLD, Free> build(OSSL_PARAM_BLD_new());
    for (const auto& [name, value] : numbers)
        OSSL_PARAM_BLD_push_BN(build.get(), name, value);
    const std::unique_ptr<OSSL_PARAM, Free> parameters(OSSL_PARAM_BLD_to_param(build.get()));
    const std::unique_ptr<EVP_PKEY_CTX, Free> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1)
        throw BadCase(std::string("no key pair of type ") + type);
    return {key, EVP_PKEY_free};
}

Pair searchRsa(int bits, unsigned long exponent, const std::string& seed) {
    const std::unique_ptr<BN_CTX, Free> context(BN_CTX_new());
    const Number e = number();
    BN_set_word(e.get(), exponent);
    const Number p = rsaPrime(seed + " p", (bits + 1) / 2, exponent, context.get());
    const Number q = rsaPrime(seed + " q", bits / 2, exponent, context.get());
    const Number n = number();
    const Number p1 = number();
    const Number q1 = number();
    const Number phi = number();
    BN_mul(n.get(), p.get(), q.get(), context.get());
    BN_sub(p1.get(), p.get(), BN_value_one());
    BN_sub(q1.get(), q.get(), BN_value_one());
    BN_mul(phi.get(), p1.get(), q1.get(), context.get());
    const Number d(BN_mod_inverse(nullptr, e.get(), phi.get(), context.get()));
    const Number dp = number();
    const Number dq = number();
    BN_mod(dp.get(), d.get(), p1.get(), context.get());
    BN_mod(dq.get(), d.get(), q1.get(), context.get());
    const Number inverse(BN_mod_inverse(nullptr, q.get(), p.get(), context.get()));
    return fromNumbers("RSA", {{OSSL_PKEY_PARAM_RSA_N, n.get()},
                               {OSSL_PKEY_PARAM_RSA_E, e.get()},
                               {OSSL_PKEY_PARAM_RSA_D, d.get()},
                               {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
                               {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()},
                               {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
                               {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()},
                               {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, inverse.get()}});
}

Pair searchDsa(int bits, const std::string& seed) {
    const std::unique_ptr<BN_CTX, Free> context(BN_CTX_new());
    const Number q = rsaPrime(seed + " q", 256, 1, context.get());
    const Number twice = number();
    BN_lshift1(twice.get(), q.get());
    const Number p = oddOfBits(seed + " p", bits);
    const Number over = number();
    BN_mod(over.get(), p.get(), twice.get(), context.get());
    BN_sub(p.get(), p.get(), over.get());
    BN_add_word(p.get(), 1);
    while (!isPrime(p.get(), context.get()))
        BN_add(p.get(), p.get(), twice.get());
    const Number power = number();
    BN_sub(power.get(), p.get(), BN_value_one());
    BN_div(power.get(), nullptr, power.get(), q.get(), context.get());
    const Number g = number();
    const Number x = oddOfBits(seed + " x", 250);
    const Number y = number();
    BN_set_word(g.get(), 2);
    BN_mod_exp(g.get(), g.get(), power.get(), p.get(), context.get());
    BN_mod_exp(y.get(), g.get(), x.get(), p.get(), context.get());
    return fromNumbers("DSA", {{OSSL_PKEY_PARAM_FFC_P, p.get()},
                               {OSSL_PKEY_PARAM_FFC_Q, q.get()},
                               {OSSL_PKEY_PARAM_FFC_G, g.get()},
                               {OSSL_PKEY_PARAM_PUB_KEY, y.get()},
                               {OSSL_PKEY_PARAM_PRIV_KEY, x.get()}});
}

} // namespace

Bytes seededOctets(const std::string& seed, std::size_t count) {
    Bytes octets;
    for (int i = 0; octets.size() < count; ++i) {
        const Bytes block = ossl::sha256(base::viewOf(seed + "#" + std::to_string(i)));
        octets.insert(octets.end(), block.begin(), block.end());
    }
    octets.resize(count);
    return octets;
}

Pair rsaPair(int bits, unsigned long exponent, const std::string& seed) {
    static std::map<std::tuple<int, unsigned long, std::string>, Pair> known;
    Pair& pair = known[{bits, exponent, seed}];
    if (!pair)
        pair = searchRsa(bits, exponent, seed);
    return pair;
}

Pair dsaPair(int bits, const std::string& seed) {
    static std::map<std::pair<int, std::string>, Pair> known;
    Pair& pair = known[{bits, seed}];
    if (!pair)
        pair = searchDsa(bits, seed);
    return pair;
}

} // namespace certwright::forge
