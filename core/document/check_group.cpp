// Why: DSA and DH share their arithmetic: a prime, a generator, and a secret exponent.
#include <openssl/bn.h>

#include "core/document/key_checks.h"
#include "core/document/key_numbers.h"
#include "core/document/minimal_der.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr int largestPrime = 8192; // of the groups of RFC 7919; bounds the work, as the order does
constexpr int largestOrder = 512;

// Group is what the parameters say; `order` is null where they do not say it (PKCS#3).
struct Group {
    Number prime;
    Number order;
    Number generator;
};

bool isAbove(const Number& number, BN_ULONG word) {
    return BN_num_bits(number.get()) > 8 || BN_get_word(number.get()) > word;
}

// power raises base to a secret exponent.
Number power(const BIGNUM* base, const BIGNUM* exponent, const BIGNUM* modulus, BN_CTX* scratch) {
    Number result(BN_new());
    if (!result || BN_mod_exp_mont_consttime(result.get(), base, exponent, modulus, scratch, nullptr) != 1)
        return nullptr;
    return result;
}

// isHalf tells the order of a safe prime's group, which X9.42 keys on RFC 7919's have.
bool isHalf(const BIGNUM* order, const BIGNUM* last) {
    const Number twice(BN_new());
    return twice && BN_lshift1(twice.get(), order) == 1 && BN_cmp(twice.get(), last) == 0;
}

// isOrder tells whether a number may be the order of a group: it divides the prime less 1 and is either
// short, so that raising to it is no great work, or half of that.
bool isOrder(const Number& order, const BIGNUM* last, BN_CTX* scratch) {
    const Number rest(BN_new());
    if (!rest || !isAbove(order, 1) || BN_cmp(order.get(), last) > 0 ||
        BN_mod(rest.get(), last, order.get(), scratch) != 1 || !BN_is_zero(rest.get()))
        return false;
    return BN_num_bits(order.get()) <= largestOrder || isHalf(order.get(), last);
}

// isGroup tells whether the generator has the order, which divides the prime less 1.
bool isGroup(const Group& group, BN_CTX* scratch) {
    const BIGNUM* prime = group.prime.get();
    if (BN_num_bits(prime) > largestPrime || !BN_is_odd(prime) || BN_num_bits(prime) < 3)
        return false;
    const Number last(BN_dup(prime));
    if (!last || BN_sub_word(last.get(), 1) != 1 || !isAbove(group.generator, 1) ||
        BN_cmp(group.generator.get(), last.get()) >= 0)
        return false;
    if (!group.order)
        return true;
    const Number one = isOrder(group.order, last.get(), scratch)
                           ? power(group.generator.get(), group.order.get(), prime, scratch)
                           : nullptr;
    return one && BN_is_one(one.get());
}

// takeGroup reads the numbers of the parameters in the order of the places.
Checked<Group> takeGroup(ByteView parameters, Number Group::*second, Number Group::*third) {
    DerReader outer(parameters);
    const auto sequence = outer.next(Tag::Sequence);
    if (!sequence || !outer.atEnd())
        return faulty(Fault::Parameters, "parameters are missing or malformed");
    DerReader reader(sequence->content);
    Group group;
    for (Number Group::*place : {&Group::prime, second, third}) {
        if (place == nullptr)
            break;
        auto number = positiveNumber(reader);
        if (!number)
            return faulty(Fault::GroupParameters, number.error().detail);
        group.*place = std::move(*number);
    }
    return group;
}

// publicNumber works out the public number of a private one below `limit`.
Checked<Number> publicNumber(const Group& group, const BIGNUM* limit, ByteView key) {
    const ossl::ErrorScope errors;
    const Scratch scratch = newScratch();
    if (!isGroup(group, scratch.get()))
        return faulty(Fault::GroupParameters, "the numbers of the group do not belong together");
    DerReader reader(key);
    const auto element = DerReader(key).next(Tag::Integer);
    if (!element || element->content.empty())
        return faulty(Fault::Structure, "no private number");
    if (element->whole.size() != key.size())
        return faulty(Fault::TrailingData, "octets behind the private number");
    if (!isStrictDer(key))
        return faulty(Fault::NotDer, "the private number is not DER");
    const bool positive = ossl::derIntegerBits(element->content) > 0;
    const Number number =
        positive && element->content.size() <= largestNumber / 8 ? numberOf(element->content) : nullptr;
    if (!number || BN_cmp(number.get(), limit) >= 0)
        return faulty(Fault::ScalarRange, "the private number is not from 1 to the order less 1");
    Number result = power(group.generator.get(), number.get(), group.prime.get(), scratch.get());
    return result ? Checked<Number>(std::move(result)) : tl::unexpected(Problem{"out of memory"});
}

base::Bytes integerOf(const BIGNUM* number) {
    base::Bytes octets(static_cast<std::size_t>(BN_num_bytes(number)) + 1);
    BN_bn2bin(number, octets.data() + 1);
    if (octets.size() > 1 && octets[1] < 0x80)
        octets.erase(octets.begin());
    return octets;
}

// finish compares what stands beside the private key with its public one.
Checked<base::Bytes> finish(const Pkcs8Parts& parts, const Number& number, std::optional<ByteView> claimed) {
    const base::Bytes octets = integerOf(number.get());
    const base::Bytes key = ossl::derElement(Tag::Integer, {octets});
    const bool same = (!claimed || base::textOf(*claimed) == base::textOf(octets)) &&
                      (!parts.publicKey || base::textOf(parts.publicKey->subspan(1)) == base::textOf(key));
    if (!same)
        return faulty(Fault::PublicKeyMismatch, "the public key is not the private one's");
    return publicKeyInfoOf(parts.algorithm, key);
}

} // namespace

Checked<base::Bytes> checkDsa(const Pkcs8Parts& parts, std::optional<ByteView> claimed) {
    const auto group = takeGroup(parts.parameters, &Group::order, &Group::generator);
    if (!group)
        return tl::unexpected(group.error());
    const auto number = publicNumber(*group, group->order.get(), parts.key);
    return number ? finish(parts, *number, claimed) : tl::unexpected(number.error());
}

Checked<base::Bytes> checkDh(const Pkcs8Parts& parts) {
    const bool x942 = keyAlgorithmName(parts.objectId) == "DHX";
    const auto group = takeGroup(parts.parameters, &Group::generator, x942 ? &Group::order : nullptr);
    if (!group)
        return tl::unexpected(group.error());
    const auto number = publicNumber(*group, x942 ? group->order.get() : group->prime.get(), parts.key);
    return number ? finish(parts, *number, std::nullopt) : tl::unexpected(number.error());
}

} // namespace certwright::document
