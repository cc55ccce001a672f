// Why: forms that the product reads and never writes: old encryption schemes, traditional keys, requests.
#include "tests/data/material/pki.h"

#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/crl_facts.h"
#include "core/document/native.h"
#include "core/ossl/der.h"
#include "core/ossl/legacy_provider.h"
#include "core/ossl/owned.h"

namespace certwright::material {

namespace {

using ossl::Tag;

void require(bool condition) {
    if (!condition)
        std::abort();
}

ossl::Pkey native(const PrivateKey& key) {
    auto made = document::nativeKey(key, access());
    require(made.has_value());
    return std::move(*made);
}

template <typename T> std::string encoded(int (*encode)(const T*, unsigned char**), const T* object) {
    unsigned char* octets = nullptr;
    const int size = encode(object, &octets);
    require(size > 0);
    const std::string out(octets, octets + size);
    OPENSSL_free(octets);
    return out;
}

X509_ALGOR* algorithmOf(const Protection& protection) {
    unsigned char salt[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    unsigned char iv[16] = {16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    const EVP_CIPHER* cipher = EVP_get_cipherbyname(protection.cipher.c_str());
    switch (protection.scheme) {
    case Scheme::Pbes2:
        return PKCS5_pbe2_set_iv(cipher, protection.iterations, salt, sizeof salt, iv,
                                 OBJ_sn2nid(protection.prf.c_str()));
    case Scheme::Scrypt:
        return PKCS5_pbe2_set_scrypt(cipher, salt, sizeof salt, iv, protection.scryptCost, 8, 1);
    case Scheme::Pbes1:
        return PKCS5_pbe_set(NID_pbeWithMD5AndDES_CBC, protection.iterations, salt, 8);
    case Scheme::Pkcs12Pbe:
        return PKCS5_pbe_set(NID_pbe_WithSHA1And3_Key_TripleDES_CBC, protection.iterations, salt, 8);
    }
    return nullptr;
}

// hugeScrypt is PBES2 with scrypt at a cost that OpenSSL itself would not write, and AES-256-CBC (RFC 7914
// section 7.1).
base::Bytes hugeScrypt(std::uint64_t cost) {
    base::Bytes number(9);
    for (std::size_t i = 8; i > 0; --i, cost >>= 8U)
        number[i] = static_cast<std::uint8_t>(cost);
    while (number.size() > 1 && number[0] == 0 && number[1] < 0x80)
        number.erase(number.begin());
    const auto sequence = [](std::initializer_list<base::ByteView> parts) {
        return ossl::derElement(Tag::Sequence, parts);
    };
    const base::Bytes iv = ossl::derElement(Tag::OctetString, {base::Bytes(16)});
    const base::Bytes parameters =
        sequence({*base::fromHex("040873616c7473616c74"), ossl::derElement(Tag::Integer, {number}),
                  *base::fromHex("020108020101")});
    const base::Bytes derivation = sequence({*base::fromHex("06092b06010401da47040b"), parameters});
    const base::Bytes cipher = sequence({*base::fromHex("060960864801650304012a"), iv});
    return sequence({*base::fromHex("06092a864886f70d01050d"), sequence({derivation, cipher})});
}

std::string bioText(const ossl::Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace

std::string keyDer(const PrivateKey& key, std::string_view password, const Protection& protection) {
    const ossl::Owned<pkcs8_priv_key_info_st> info(EVP_PKEY2PKCS8(native(key).get()));
    X509_ALGOR* algorithm = algorithmOf(protection);
    require(info && algorithm);
    const ossl::LegacyProvider legacy;
    const ossl::Owned<X509_sig_st> sealed(PKCS8_set0_pbe_ex(password.data(),
                                                            static_cast<int>(password.size()), info.get(),
                                                            algorithm, legacy.context(), nullptr));
    require(sealed != nullptr);
    return encoded(i2d_X509_SIG, sealed.get());
}

std::string emptyPromise(const Protection& protection) {
    const base::Bytes noise(1232, 0x5A);
    base::Bytes algorithm;
    if (protection.scheme == Scheme::Scrypt) {
        algorithm = hugeScrypt(protection.scryptCost);
    } else {
        X509_ALGOR* made = algorithmOf(protection);
        algorithm = base::toBytes(encoded(i2d_X509_ALGOR, made));
        X509_ALGOR_free(made);
    }
    const base::Bytes sealed =
        ossl::derElement(Tag::Sequence, {algorithm, ossl::derElement(Tag::OctetString, {noise})});
    return std::string(base::textOf(sealed));
}

std::string traditionalPem(const PrivateKey& key, std::string_view password, const std::string& cipher) {
    const ossl::Bio bio(BIO_new(BIO_s_mem()));
    const EVP_CIPHER* algorithm = password.empty() ? nullptr : EVP_get_cipherbyname(cipher.c_str());
    require(PEM_write_bio_PrivateKey_traditional(bio.get(), native(key).get(), algorithm,
                                                 base::viewOf(password).data(),
                                                 static_cast<int>(password.size()), nullptr, nullptr) == 1);
    return bioText(bio);
}

std::string traditionalDer(const PrivateKey& key) {
    return encoded(i2d_PrivateKey, native(key).get());
}

std::string requestDer(const document::NameParts& subject, const PrivateKey& key,
                       const std::vector<std::string>& dnsNames) {
    const ossl::Owned<X509_req_st> request(X509_REQ_new());
    X509_NAME* name = X509_REQ_get_subject_name(request.get());
    for (const document::NamePart& part : subject)
        require(X509_NAME_add_entry_by_txt(name, part.type.c_str(), MBSTRING_UTF8,
                                           base::viewOf(part.value).data(),
                                           static_cast<int>(part.value.size()), -1, 0) == 1);
    const ossl::Pkey pair = native(key);
    require(X509_REQ_set_pubkey(request.get(), pair.get()) == 1);
    if (!dnsNames.empty()) {
        std::string value;
        for (const std::string& dnsName : dnsNames)
            value += (value.empty() ? "DNS:" : ",DNS:") + dnsName;
        STACK_OF(X509_EXTENSION)* extensions = sk_X509_EXTENSION_new_null();
        sk_X509_EXTENSION_push(extensions,
                               X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, value.c_str()));
        require(X509_REQ_add_extensions(request.get(), extensions) == 1);
        sk_X509_EXTENSION_pop_free(extensions, X509_EXTENSION_free);
    }
    const EVP_MD* digest = EVP_PKEY_is_a(pair.get(), "ED25519") == 1 ? nullptr : EVP_sha256();
    require(X509_REQ_sign(request.get(), pair.get(), digest) > 0);
    return encoded(i2d_X509_REQ, request.get());
}

Crl extended(const Crl& crl, const Identity& issuer, const std::string& oid, const base::Bytes& value) {
    const unsigned char* at = crl.der.data();
    const ossl::X509Crl native(d2i_X509_CRL(nullptr, &at, static_cast<long>(crl.der.size())));
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> octets(
        ASN1_OCTET_STRING_new(), ASN1_OCTET_STRING_free);
    ASN1_OBJECT* const id = OBJ_txt2obj(oid.c_str(), 1);
    require(native && octets && id != nullptr &&
            ASN1_OCTET_STRING_set(octets.get(), value.data(), static_cast<int>(value.size())) == 1);
    X509_EXTENSION* const extension = X509_EXTENSION_create_by_OBJ(nullptr, id, 1, octets.get());
    require(extension != nullptr && X509_CRL_add_ext(native.get(), extension, -1) == 1);
    X509_EXTENSION_free(extension);
    ASN1_OBJECT_free(id);
    require(X509_CRL_sign(native.get(), material::native(*issuer.key).get(), EVP_sha256()) > 0);
    const std::string der = encoded(i2d_X509_CRL, native.get());
    auto read = document::crlFrom(base::toBytes(der));
    require(read.has_value());
    return std::move(*read);
}

} // namespace certwright::material
