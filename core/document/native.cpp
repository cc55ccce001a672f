// Why: OpenSSL's generic decoders leave copies of a key in freed memory; RSA and EC keys are handed over
// number by number instead, from the locked pages they stand on.
#include "core/document/native.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/params.h>
#include <openssl/x509.h>

#include "core/document/asn1_values.h"
#include "core/document/key_facts.h"
#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;
using secret::SecretAccess;
using secret::SecretBytes;

// KeyMaterial looks at the fields of a PrivateKeyInfo.
struct KeyMaterial {
    KeyAlgorithm algorithm = KeyAlgorithm::Other;
    ByteView parameters;
    ByteView key;
};

KeyMaterial materialOf(ByteView pkcs8) {
    KeyMaterial material;
    const auto outer = DerReader(pkcs8).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto algorithm = version ? reader.next(Tag::Sequence) : std::nullopt;
    const auto key = algorithm ? reader.next(Tag::OctetString) : std::nullopt;
    DerReader inner(algorithm ? algorithm->content : ByteView());
    const auto type = inner.next(Tag::ObjectId);
    if (!key || !type)
        return material;
    return {keyAlgorithmOf(type->whole), inner.rest(), key->content};
}

// NumberPool keeps numbers in the machine's octet order, as OSSL_PARAM wants them, on locked pages.
class NumberPool {
  public:
    NumberPool(std::size_t capacity, SecretAccess access)
        : m_octets(capacity)
        , m_rest(m_octets.revealForWriting(access)) {}

    // add copies a big-endian number; the caller makes sure that it fits.
    OSSL_PARAM add(const char* name, ByteView number) {
        const auto place = m_rest.first(number.size());
        m_rest = m_rest.subspan(number.size());
        if constexpr (std::endian::native == std::endian::little)
            std::reverse_copy(number.begin(), number.end(), place.begin());
        else
            std::copy(number.begin(), number.end(), place.begin());
        return OSSL_PARAM_construct_BN(name, place.data(), place.size());
    }

  private:
    SecretBytes m_octets;
    std::span<std::uint8_t> m_rest;
};

ossl::Pkey keyFromNumbers(const char* type, std::vector<OSSL_PARAM> numbers) {
    numbers.push_back(OSSL_PARAM_construct_end());
    const ossl::Owned<evp_pkey_ctx_st> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, numbers.data()) != 1)
        return nullptr;
    return ossl::Pkey(key);
}

// rsaKey reads version and the eight numbers of a two-prime RSAPrivateKey; others are left to the generic
// way.
ossl::Pkey rsaKey(ByteView key, SecretAccess access) {
    constexpr std::array names{OSSL_PKEY_PARAM_RSA_N,         OSSL_PKEY_PARAM_RSA_E,
                               OSSL_PKEY_PARAM_RSA_D,         OSSL_PKEY_PARAM_RSA_FACTOR1,
                               OSSL_PKEY_PARAM_RSA_FACTOR2,   OSSL_PKEY_PARAM_RSA_EXPONENT1,
                               OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
    const auto outer = DerReader(key).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    if (!version || version->content.size() != 1 || version->content[0] != 0)
        return nullptr;
    NumberPool pool(key.size(), access);
    std::vector<OSSL_PARAM> numbers;
    for (const char* name : names) {
        const auto number = reader.next(Tag::Integer);
        if (!number || number->content.empty())
            return nullptr;
        numbers.push_back(pool.add(name, number->content));
    }
    return keyFromNumbers("RSA", std::move(numbers));
}

// ecKey reads an ECPrivateKey of a named curve with its public point; others are left to the generic way.
ossl::Pkey ecKey(const KeyMaterial& material, SecretAccess access) {
    const auto outer = DerReader(material.key).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto number = version ? reader.next(Tag::OctetString) : std::nullopt;
    reader.next(Tag::Context0);
    const auto tagged = reader.next(Tag::Context1);
    const auto bits = tagged ? DerReader(tagged->content).next(Tag::BitString) : std::nullopt;
    const int curve = objectNumber(material.parameters);
    if (!number || number->content.empty() || !bits || bits->content.size() < 2 || curve == NID_undef ||
        curve == NID_sm2)
        return nullptr;
    NumberPool pool(number->content.size(), access);
    std::string group = OBJ_nid2sn(curve);
    base::Bytes point(bits->content.begin() + 1, bits->content.end());
    return keyFromNumbers(
        "EC", {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
               OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
               pool.add(OSSL_PKEY_PARAM_PRIV_KEY, number->content)});
}

ossl::Pkey rawKey(int type, ByteView key) {
    const auto octets = DerReader(key).next(Tag::OctetString);
    if (!octets)
        return nullptr;
    return ossl::Pkey(
        EVP_PKEY_new_raw_private_key(type, nullptr, octets->content.data(), octets->content.size()));
}

ossl::Pkey anyKey(ByteView pkcs8) {
    const unsigned char* at = pkcs8.data();
    const ossl::Owned<pkcs8_priv_key_info_st> info(
        d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(pkcs8.size())));
    return ossl::Pkey(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
}

ossl::Pkey keyOf(ByteView pkcs8, SecretAccess access) {
    const KeyMaterial material = materialOf(pkcs8);
    ossl::Pkey key;
    if (material.algorithm == KeyAlgorithm::Rsa)
        key = rsaKey(material.key, access);
    else if (material.algorithm == KeyAlgorithm::Ec)
        key = ecKey(material, access);
    else if (material.algorithm == KeyAlgorithm::Ed25519)
        key = rawKey(EVP_PKEY_ED25519, material.key);
    else if (material.algorithm == KeyAlgorithm::Ed448)
        key = rawKey(EVP_PKEY_ED448, material.key);
    return key ? std::move(key) : anyKey(pkcs8);
}

} // namespace

base::Result<ossl::Pkey> nativeKey(const PrivateKey& key, SecretAccess access) {
    const ossl::ErrorScope errors;
    ossl::Pkey native = keyOf(key.pkcs8.reveal(access), access);
    if (!native)
        return base::failure(base::ErrorCode::CryptoFailed, "private key", errors.detail());
    return native;
}

base::Result<ossl::X509Certificate> nativeCertificate(const Certificate& certificate) {
    const ossl::ErrorScope errors;
    const unsigned char* at = certificate.der.data();
    ossl::X509Certificate native(d2i_X509(nullptr, &at, static_cast<long>(certificate.der.size())));
    if (!native)
        return base::failure(base::ErrorCode::CryptoFailed, "certificate", errors.detail());
    return native;
}

base::Result<ossl::X509Crl> nativeCrl(const Crl& crl) {
    const ossl::ErrorScope errors;
    const unsigned char* at = crl.der.data();
    ossl::X509Crl native(d2i_X509_CRL(nullptr, &at, static_cast<long>(crl.der.size())));
    if (!native)
        return base::failure(base::ErrorCode::CryptoFailed, "CRL", errors.detail());
    return native;
}

} // namespace certwright::document
