// Why: an RSA key whose numbers do not fit signs wrongly, and one wrong signature can give a factor away.
#include <array>
#include <vector>

#include <openssl/bn.h>

#include "core/document/key_checks.h"
#include "core/document/key_numbers.h"
#include "core/document/minimal_der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr std::size_t mostPrimes = 8;
constexpr BN_ULONG smallestExponent = 3;
constexpr std::array<std::uint8_t, 15> rsaWithNull{0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86,
                                                   0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00};

// Prime is one factor with its CRT exponent and coefficient (of the first factor there is none).
struct Prime {
    Number factor;
    Number exponent;
    Number coefficient;
};

struct Rsa {
    Number modulus;
    Number publicExponent;
    Number privateExponent;
    std::vector<Prime> primes;
};

// take reads numbers into places, one after the other.
Checked<void> take(DerReader& reader, std::initializer_list<Number*> places) {
    for (Number* place : places) {
        auto number = positiveNumber(reader);
        if (!number)
            return tl::unexpected(number.error());
        *place = std::move(*number);
    }
    return {};
}

Checked<void> readOtherPrimes(DerReader& reader, Rsa& rsa) {
    const auto list = reader.next(Tag::Sequence);
    if (!list || list->content.empty())
        return faulty(Fault::KeyVersion, "RSAPrivateKey of version 1 without more primes");
    DerReader infos(list->content);
    while (!infos.atEnd()) {
        const auto info = infos.next(Tag::Sequence);
        if (!info || rsa.primes.size() == mostPrimes)
            return faulty(Fault::Structure, "malformed OtherPrimeInfo");
        DerReader numbers(info->content);
        Prime prime;
        if (auto read = take(numbers, {&prime.factor, &prime.exponent, &prime.coefficient}); !read)
            return read;
        if (!numbers.atEnd())
            return faulty(Fault::TrailingData, "octets behind an OtherPrimeInfo");
        rsa.primes.push_back(std::move(prime));
    }
    return {};
}

Checked<Rsa> readRsa(ByteView key) {
    const auto outer = DerReader(key).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    if (!version)
        return faulty(Fault::Structure, "malformed RSAPrivateKey");
    if (outer->whole.size() != key.size())
        return faulty(Fault::TrailingData, "octets behind RSAPrivateKey");
    if (version->content.size() != 1 || version->content[0] > 1)
        return faulty(Fault::KeyVersion, "RSAPrivateKey of an unknown version");
    Rsa rsa;
    rsa.primes.resize(2);
    auto read = take(reader, {&rsa.modulus, &rsa.publicExponent, &rsa.privateExponent, &rsa.primes[0].factor,
                              &rsa.primes[1].factor, &rsa.primes[0].exponent, &rsa.primes[1].exponent,
                              &rsa.primes[0].coefficient});
    if (read && version->content[0] == 1)
        read = readOtherPrimes(reader, rsa);
    if (!read)
        return tl::unexpected(read.error());
    if (!reader.atEnd())
        return faulty(reader.peek() == Tag::Sequence ? Fault::KeyVersion : Fault::TrailingData,
                      "more numbers than an RSAPrivateKey has");
    if (!isStrictDer(key))
        return faulty(Fault::NotDer, "RSAPrivateKey is not DER");
    return rsa;
}

// hasSmallFactor tells a factor that is no prime at a glance.
bool hasSmallFactor(const BIGNUM* number) {
    constexpr std::array<BN_ULONG, 20> smallest{2,  3,  5,  7,  11, 13, 17, 19, 23, 29,
                                                31, 37, 41, 43, 47, 53, 59, 61, 67, 71};
    for (const BN_ULONG small : smallest) {
        if (BN_mod_word(number, small) == 0 && BN_is_word(number, small) != 1)
            return true;
    }
    return BN_num_bits(number) < 8; // A modulus of two such numbers is a toy, or a trap.
}

Checked<void> checkFactors(const Rsa& rsa, BN_CTX* scratch) {
    const Number product(BN_dup(rsa.primes[0].factor.get()));
    for (std::size_t i = 1; product && i < rsa.primes.size(); ++i)
        BN_mul(product.get(), product.get(), rsa.primes[i].factor.get(), scratch);
    if (!product || BN_cmp(product.get(), rsa.modulus.get()) != 0)
        return faulty(Fault::RsaFactor, "the modulus is not the product of the primes");
    for (const Prime& prime : rsa.primes) {
        if (hasSmallFactor(prime.factor.get()))
            return faulty(Fault::RsaFactor, "a factor that is no prime");
    }
    if (BN_cmp(rsa.primes[0].factor.get(), rsa.primes[1].factor.get()) == 0)
        return faulty(Fault::RsaFactor, "both primes are the same");
    return {};
}

// checkExponents looks at one prime: d·e is 1 modulo the prime less 1, and the CRT exponent is d modulo that.
Checked<void> checkExponents(const Rsa& rsa, const Prime& prime, BN_CTX* scratch) {
    const Number less(BN_dup(prime.factor.get()));
    const Number reduced(BN_new());
    const Number product(BN_new());
    if (!less || !reduced || !product || BN_sub_word(less.get(), 1) != 1 ||
        BN_mod(reduced.get(), rsa.privateExponent.get(), less.get(), scratch) != 1 ||
        BN_mod_mul(product.get(), reduced.get(), rsa.publicExponent.get(), less.get(), scratch) != 1)
        return tl::unexpected(Problem{"out of memory"});
    if (!BN_is_one(product.get()))
        return faulty(Fault::RsaPrivateExponent, "the private exponent does not undo the public one");
    if (BN_cmp(reduced.get(), prime.exponent.get()) != 0)
        return faulty(Fault::RsaCrt, "a CRT exponent that is not the private exponent's");
    return {};
}

// invertsTo tells whether coefficient times number is 1 modulo the modulus, and the coefficient is reduced.
bool inverts(const Number& coefficient, const BIGNUM* number, const Number& modulus, BN_CTX* scratch) {
    const Number product(BN_new());
    return product && BN_cmp(coefficient.get(), modulus.get()) < 0 &&
           BN_mod_mul(product.get(), coefficient.get(), number, modulus.get(), scratch) == 1 &&
           BN_is_one(product.get());
}

Checked<void> checkCoefficients(const Rsa& rsa, BN_CTX* scratch) {
    const Number& second = rsa.primes[1].factor;
    bool right = inverts(rsa.primes[0].coefficient, second.get(), rsa.primes[0].factor, scratch);
    const Number product(BN_new());
    right = right && product && BN_mul(product.get(), rsa.primes[0].factor.get(), second.get(), scratch) == 1;
    for (std::size_t i = 2; right && i < rsa.primes.size(); ++i) {
        right = inverts(rsa.primes[i].coefficient, product.get(), rsa.primes[i].factor, scratch) &&
                BN_mul(product.get(), product.get(), rsa.primes[i].factor.get(), scratch) == 1;
    }
    return right ? Checked<void>() : faulty(Fault::RsaCrt, "a CRT coefficient that does not fit the primes");
}

Checked<void> checkNumbers(const Rsa& rsa) {
    const Scratch scratch = newScratch();
    if (!scratch)
        return tl::unexpected(Problem{"out of memory"});
    const BIGNUM* e = rsa.publicExponent.get();
    if (!BN_is_odd(e) || (BN_num_bits(e) < 8 && BN_get_word(e) < smallestExponent) ||
        BN_cmp(e, rsa.modulus.get()) >= 0)
        return faulty(Fault::RsaExponent, "a public exponent that is even, 1, or not below the modulus");
    auto checked = checkFactors(rsa, scratch.get());
    if (checked && BN_cmp(rsa.privateExponent.get(), rsa.modulus.get()) >= 0)
        return faulty(Fault::RsaPrivateExponent, "a private exponent that is not below the modulus");
    for (std::size_t i = 0; checked && i < rsa.primes.size(); ++i)
        checked = checkExponents(rsa, rsa.primes[i], scratch.get());
    return checked ? checkCoefficients(rsa, scratch.get()) : checked;
}

// checkParameters: NULL for rsaEncryption; nothing or RSASSA-PSS-params for RSASSA-PSS (RFC 4055
// section 1.2).
Checked<void> checkParameters(const Pkcs8Parts& parts, std::vector<Fault>& remarks) {
    DerReader reader(parts.parameters);
    const auto first = reader.next();
    if (!reader.atEnd())
        return faulty(Fault::Parameters, "more than one parameter of RSA");
    const bool pss = parts.kind == KeyAlgorithm::RsaPss;
    if (first && (pss ? first->tag != Tag::Sequence : first->tag != Tag::Null || !first->content.empty()))
        return faulty(Fault::Parameters, "parameters that RSA does not have");
    if (!first && !pss)
        remarks.push_back(Fault::RsaParameters);
    return {};
}

} // namespace

Checked<base::Bytes> checkRsa(const Pkcs8Parts& parts, std::vector<Fault>& remarks) {
    if (auto checked = checkParameters(parts, remarks); !checked)
        return tl::unexpected(checked.error());
    const auto rsa = readRsa(parts.key);
    if (!rsa)
        return tl::unexpected(rsa.error());
    if (auto checked = checkNumbers(*rsa); !checked)
        return tl::unexpected(checked.error());
    DerReader numbers(DerReader(parts.key).next(Tag::Sequence)->content);
    numbers.next();
    const auto modulus = numbers.next();
    const auto exponent = numbers.next();
    const base::Bytes key = ossl::derElement(Tag::Sequence, {modulus->whole, exponent->whole});
    if (parts.publicKey && base::textOf(parts.publicKey->subspan(1)) != base::textOf(key))
        return faulty(Fault::PublicKeyMismatch, "another public key beside the private one");
    const bool bare = parts.kind == KeyAlgorithm::Rsa && parts.parameters.empty();
    return publicKeyInfoOf(bare ? ByteView(rsaWithNull) : parts.algorithm, key);
}

} // namespace certwright::document
