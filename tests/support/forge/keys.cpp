// Why: see keys.h.
#include "tests/support/forge/keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/objects.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include "core/ossl/der.h"

namespace certwright::forge {

namespace {

using Pair = std::shared_ptr<evp_pkey_st>;

Pair owned(EVP_PKEY* key, const std::string& what) {
    if (key == nullptr)
        throw BadCase("no key of type " + what);
    return {key, EVP_PKEY_free};
}

// ecPair makes a key of an ECPrivateKey without public half (RFC 5915), from which OpenSSL computes it.
Pair ecPair(const std::string& curve, const std::string& seed) {
    const int nid = OBJ_txt2nid(curve.c_str());
    EC_GROUP* const group = nid == NID_undef ? nullptr : EC_GROUP_new_by_curve_name(nid);
    if (group == nullptr)
        throw BadCase("no curve: " + curve);
    const int orderBits = EC_GROUP_order_bits(group);
    const auto size = static_cast<std::size_t>(orderBits + 7) / 8;
    Bytes scalar = seededOctets("ec " + curve + " " + seed, size);
    scalar[0] =
        static_cast<std::uint8_t>(scalar[0] >> ((8 * size) - static_cast<std::size_t>(orderBits - 1)));
    EC_GROUP_free(group);
    char dotted[80];
    OBJ_obj2txt(dotted, sizeof dotted, OBJ_nid2obj(nid), 1);
    const Bytes der = sequence({integer(1), octetString(scalar), explicitTag(0, oid(dotted))});
    const std::uint8_t* at = der.data();
    return owned(d2i_PrivateKey(EVP_PKEY_EC, nullptr, &at, static_cast<long>(der.size())), curve);
}

// smPair is an SM2 key: the curve's, but signing with SM3 and its identifier (GB/T 32918).
Pair smPair(const std::string& seed) {
    const Pair curve = ecPair("SM2", seed);
    return curve;
}

Pair edPair(const std::string& type, const std::string& seed) {
    static const std::map<std::string, std::pair<int, std::size_t>> known = {
        {"ed25519", {EVP_PKEY_ED25519, 32}},
        {"ed448", {EVP_PKEY_ED448, 57}},
        {"x25519", {EVP_PKEY_X25519, 32}},
        {"x448", {EVP_PKEY_X448, 56}}};
    const auto [id, size] = known.at(type);
    const Bytes secret = seededOctets(type + " " + seed, size);
    return owned(EVP_PKEY_new_raw_private_key(id, nullptr, secret.data(), secret.size()), type);
}

Bytes publicInfo(evp_pkey_st* key) {
    std::uint8_t* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    if (size <= 0)
        throw BadCase("a public key cannot be written");
    Bytes octets(der, der + size);
    OPENSSL_free(der);
    return octets;
}

void splitInfo(Key& key) {
    ossl::DerReader outer(key.spki);
    const auto info = outer.next();
    if (!info)
        return;
    ossl::DerReader inner(info->content);
    inner.next();
    if (const auto bits = inner.next(ossl::Tag::BitString); bits && !bits->content.empty())
        key.bits.assign(bits->content.begin() + 1, bits->content.end());
}

Bytes modulusOf(evp_pkey_st* key) {
    BIGNUM* n = nullptr;
    EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n);
    Bytes octets(static_cast<std::size_t>(BN_num_bytes(n)));
    BN_bn2bin(n, octets.data());
    BN_free(n);
    return octets;
}

// rsaKey writes the public half by hand: an exponent or modulus that is no key at all is written all the
// same.
Key rsaKey(Fields& fields, const std::string& type) {
    const auto bits = static_cast<int>(fields.number("bits").value_or(2048));
    const long long exponent = fields.number("exponent").value_or(65537);
    const auto modulus = fields.hex("modulus");
    const bool usable = exponent > 2 && exponent % 2 == 1;
    const auto e = usable ? static_cast<unsigned long>(exponent) : 65537UL;
    Key key{type, rsaPair(bits, e, fields.text("seed", "shared")), {}, {}};
    const Bytes n = modulus ? integerOf(*modulus) : positiveInteger(modulusOf(key.pair.get()));
    const Bytes algorithm = type == "rsa" ? sequence({oid("1.2.840.113549.1.1.1"), null()})
                                          : sequence({oid("1.2.840.113549.1.1.10")});
    key.spki = sequence({algorithm, bitString(sequence({n, integer(exponent)}))});
    return key;
}

Key ecKey(Fields& fields, const std::string& seed) {
    const std::string encoding = fields.text("encoding", "");
    Key key{"ec", ecPair(fields.text("curve", "prime256v1"), fields.text("seed", seed)), {}, {}};
    if (encoding == "explicit")
        EVP_PKEY_set_utf8_string_param(key.pair.get(), OSSL_PKEY_PARAM_EC_ENCODING,
                                       OSSL_PKEY_EC_ENCODING_EXPLICIT);
    else if (encoding == "compressed")
        EVP_PKEY_set_utf8_string_param(key.pair.get(), OSSL_PKEY_PARAM_EC_POINT_CONVERSION_FORMAT,
                                       "compressed");
    else if (!encoding.empty())
        throw BadCase(fields.where() + ": no encoding: " + encoding);
    return key;
}

// override replaces parts of the public key's encoding; the pair still signs.
void replaceParts(Key& key, Fields& fields) {
    if (const auto spki = fields.hex("spki"))
        key.spki = *spki;
    if (key.spki.empty() && key.pair)
        key.spki = publicInfo(key.pair.get());
    splitInfo(key);
    const auto algorithm = fields.hex("algorithm");
    const auto point = fields.hex("point");
    if (!algorithm && !point)
        return;
    ossl::DerReader outer(key.spki);
    ossl::DerReader inner(outer.next().value().content);
    const auto old = inner.next().value().whole;
    if (point)
        key.bits = *point;
    key.spki = sequence({algorithm ? *algorithm : Bytes(old.begin(), old.end()), bitString(key.bits)});
}

} // namespace

Key makeKey(const YAML::Node& node, const std::string& seed, const KeyOf& keyOf) {
    const bool word = node.IsDefined() && node.IsScalar();
    Fields fields(word ? YAML::Node() : node, seed + ".key");
    if (const auto other = fields.text("same-as")) {
        fields.done();
        return keyOf(*other);
    }
    const std::string type = word ? node.Scalar() : fields.text("type", "ec");
    Key key{type, nullptr, {}, {}};
    if (type == "ec")
        key = ecKey(fields, seed);
    else if (type == "rsa" || type == "rsa-pss")
        key = rsaKey(fields, type);
    else if (type == "sm2")
        key.pair = smPair(fields.text("seed", seed));
    else if (type == "dsa")
        key.pair =
            dsaPair(static_cast<int>(fields.number("bits").value_or(2048)), fields.text("seed", "shared"));
    else if (type != "raw")
        key.pair = edPair(type, fields.text("seed", seed));
    replaceParts(key, fields);
    fields.done();
    return key;
}

Bytes keyId(const Key& key) {
    Bytes digest(SHA_DIGEST_LENGTH);
    SHA1(key.bits.data(), key.bits.size(), digest.data());
    return digest;
}

} // namespace certwright::forge
