// Why: scheme, cipher, derivation and rounds from the ASN.1 of an encrypted key or container.
#include "core/document/encryption_facts.h"

#include <limits>
#include <memory>

#include <openssl/asn1t.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include "core/document/asn1_values.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeParameters {
    void operator()(PBE2PARAM* p) const { PBE2PARAM_free(p); }
    void operator()(PBKDF2PARAM* p) const { PBKDF2PARAM_free(p); }
    void operator()(PBEPARAM* p) const { PBEPARAM_free(p); }
    void operator()(SCRYPT_PARAMS* p) const { SCRYPT_PARAMS_free(p); }
};
template <typename T> using Parameters = std::unique_ptr<T, FreeParameters>;

// parametersOf decodes the parameters of an algorithm; null if they are not of type T.
template <typename T> Parameters<T> parametersOf(const X509_ALGOR* algorithm, const ASN1_ITEM* item) {
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return nullptr;
    return Parameters<T>(static_cast<T*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(value), item)));
}

int numberOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

std::string nameOf(const X509_ALGOR* algorithm) {
    const int number = numberOf(algorithm);
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return number == NID_undef ? dottedText(object) : OBJ_nid2sn(number);
}

constexpr std::uint64_t tooMuch = std::numeric_limits<std::uint64_t>::max();

// countOf returns a positive INTEGER, as much as possible if it is larger than 64 bits, 0 if it is not
// positive.
std::uint64_t countOf(const ASN1_INTEGER* integer) {
    std::uint64_t count = 0;
    if (!integer || ASN1_STRING_type(integer) == V_ASN1_NEG_INTEGER)
        return 0;
    return ASN1_INTEGER_get_uint64(&count, integer) == 1 ? count : tooMuch;
}

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > tooMuch / b ? tooMuch : a * b;
}

bool readPbkdf2(const X509_ALGOR* derivation, Scheme& scheme) {
    const auto parameters = parametersOf<PBKDF2PARAM>(derivation, ASN1_ITEM_rptr(PBKDF2PARAM));
    scheme.work = parameters ? countOf(parameters->iter) : 0;
    if (scheme.work == 0)
        return false;
    scheme.facts.iterations = scheme.work;
    const int function = parameters->prf ? numberOf(parameters->prf) : NID_hmacWithSHA1;
    int digest = NID_undef;
    scheme.supported = EVP_PBE_find(EVP_PBE_TYPE_PRF, function, nullptr, &digest, nullptr) == 1;
    scheme.facts.derivation =
        "PBKDF2-" + (scheme.supported ? std::string("HMAC-") + OBJ_nid2sn(digest) : nameOf(parameters->prf));
    return true;
}

bool readScrypt(const X509_ALGOR* derivation, Scheme& scheme) {
    const auto parameters = parametersOf<SCRYPT_PARAMS>(derivation, ASN1_ITEM_rptr(SCRYPT_PARAMS));
    if (!parameters)
        return false;
    scheme.facts.derivation = "scrypt";
    scheme.facts.iterations = countOf(parameters->costParameter);
    scheme.work = product(product(scheme.facts.iterations, countOf(parameters->blockSize)),
                          countOf(parameters->parallelizationParameter));
    scheme.supported = true;
    return scheme.work != 0;
}

bool readPbes2(const X509_ALGOR* algorithm, Scheme& scheme) {
    const auto parameters = parametersOf<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
    if (!parameters)
        return false;
    scheme.facts.scheme = "PBES2";
    scheme.facts.cipher = nameOf(parameters->encryption);
    scheme.cipher = numberOf(parameters->encryption);
    const int derivation = numberOf(parameters->keyfunc);
    if (derivation == NID_id_pbkdf2)
        return readPbkdf2(parameters->keyfunc, scheme);
    if (derivation == NID_id_scrypt)
        return readScrypt(parameters->keyfunc, scheme);
    scheme.facts.derivation = nameOf(parameters->keyfunc);
    return true;
}

bool isPkcs12(int number) {
    return number >= NID_pbe_WithSHA1And128BitRC4 && number <= NID_pbe_WithSHA1And40BitRC2_CBC;
}

} // namespace

Reading<Scheme> schemeOf(const X509_algor_st* algorithm) {
    Scheme scheme;
    const int number = numberOf(algorithm);
    if (number == NID_pbes2)
        return readPbes2(algorithm, scheme) ? Reading<Scheme>(scheme)
                                            : unreadable("malformed PBES2 parameters");
    int digest = NID_undef;
    if (EVP_PBE_find(EVP_PBE_TYPE_OUTER, number, &scheme.cipher, &digest, nullptr) != 1 ||
        digest == NID_undef) {
        scheme.facts.scheme = nameOf(algorithm);
        return scheme;
    }
    const auto parameters = parametersOf<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM));
    if (!parameters)
        return unreadable("malformed PBE parameters");
    // RFC 8018 gives PBES1 an iteration count; without one OpenSSL takes 1.
    scheme.work = parameters->iter ? countOf(parameters->iter) : 1;
    scheme.facts.scheme = isPkcs12(number) ? "PKCS12-PBE" : "PBES1";
    scheme.facts.cipher = OBJ_nid2sn(scheme.cipher);
    scheme.facts.derivation = (isPkcs12(number) ? "PKCS12-" : "") + std::string(OBJ_nid2sn(digest));
    scheme.facts.iterations = scheme.work;
    scheme.supported = true;
    return scheme.work == 0 ? unreadable("malformed iteration count") : Reading<Scheme>(scheme);
}

Reading<EncryptedKey> encryptedKeyFrom(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<X509_sig_st> native(d2i_X509_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return unreadable(errors.detail());
    const X509_ALGOR* algorithm = nullptr;
    X509_SIG_get0(native.get(), &algorithm, nullptr);
    auto scheme = schemeOf(algorithm);
    if (!scheme)
        return unreadable(scheme.error());
    return EncryptedKey{{der.data(), at}, EncryptedKeyForm::Pkcs8, std::move(scheme->facts)};
}

} // namespace certwright::document
