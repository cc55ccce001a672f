// Why: see crl_signature.h. What ASN1_item_verify does with the whole, done with the digest.
#include "core/document/crl_signature.h"

#include <memory>
#include <optional>

#include <openssl/asn1.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeParts {
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
    void operator()(RSA_PSS_PARAMS* p) const { RSA_PSS_PARAMS_free(p); }
};
using Algorithm = std::unique_ptr<X509_ALGOR, FreeParts>;

// Pss are the parameters of RSASSA-PSS with their defaults (RFC 4055 section 3.1).
struct Pss {
    int digest = NID_sha1;
    int maskDigest = NID_sha1;
    long saltLength = 20;
};

// Scheme is a signature algorithm taken apart: NIDs of digest and key type.
struct Scheme {
    int digest = NID_undef;
    int keyType = NID_undef;
    std::optional<Pss> pss;
};

Algorithm algorithmOf(base::ByteView der) {
    const unsigned char* at = der.data();
    return Algorithm(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(der.size())));
}

int numberOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

std::optional<Pss> pssOf(const X509_ALGOR* algorithm) {
    const std::unique_ptr<RSA_PSS_PARAMS, FreeParts> parameters(static_cast<RSA_PSS_PARAMS*>(
        ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(RSA_PSS_PARAMS), algorithm->parameter)));
    if (!parameters)
        return std::nullopt;
    Pss pss;
    if (parameters->hashAlgorithm != nullptr)
        pss.digest = numberOf(parameters->hashAlgorithm);
    if (const X509_ALGOR* mask = parameters->maskGenAlgorithm; mask != nullptr) {
        const Algorithm inner(
            static_cast<X509_ALGOR*>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(X509_ALGOR), mask->parameter)));
        if (numberOf(mask) != NID_mgf1 || !inner)
            return std::nullopt;
        pss.maskDigest = numberOf(inner.get());
    }
    if (parameters->saltLength != nullptr)
        pss.saltLength = ASN1_INTEGER_get(parameters->saltLength);
    const bool trailer =
        parameters->trailerField == nullptr || ASN1_INTEGER_get(parameters->trailerField) == 1;
    return trailer && pss.saltLength >= 0 && pss.saltLength <= 0xFFFF ? std::optional(pss) : std::nullopt;
}

std::optional<Scheme> schemeOf(base::ByteView der) {
    const Algorithm algorithm = algorithmOf(der);
    if (!algorithm)
        return std::nullopt;
    Scheme scheme;
    const int number = numberOf(algorithm.get());
    if (number == NID_rsassaPss) {
        scheme.pss = pssOf(algorithm.get());
        scheme.keyType = NID_rsassaPss;
        scheme.digest = scheme.pss ? scheme.pss->digest : NID_undef;
    } else if (OBJ_find_sigid_algs(number, &scheme.digest, &scheme.keyType) != 1) {
        return std::nullopt;
    }
    return scheme;
}

// isKind holds a key to the scheme; a plain RSA key may sign with PSS too.
bool isKind(EVP_PKEY* key, const Scheme& scheme) {
    const int type = EVP_PKEY_get_base_id(key);
    return type == EVP_PKEY_type(scheme.keyType) || (scheme.pss && type == EVP_PKEY_RSA);
}

const EVP_MD* digestOf(int number) {
    return EVP_get_digestbyname(OBJ_nid2sn(number));
}

bool prepare(EVP_PKEY_CTX* context, const Scheme& scheme) {
    if (EVP_PKEY_verify_init(context) != 1)
        return false;
    if (scheme.pss && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) != 1)
        return false;
    const EVP_MD* digest = digestOf(scheme.digest);
    if (digest == nullptr || EVP_PKEY_CTX_set_signature_md(context, digest) != 1)
        return false;
    if (!scheme.pss)
        return true;
    const EVP_MD* mask = digestOf(scheme.pss->maskDigest);
    return mask != nullptr && EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, static_cast<int>(scheme.pss->saltLength)) == 1;
}

} // namespace

SignedDigest signedDigestOf(base::ByteView algorithm) {
    const ossl::ErrorScope errors;
    const auto scheme = schemeOf(algorithm);
    if (!scheme)
        return {};
    const bool keyFirst = scheme->keyType == NID_ED25519 || scheme->keyType == NID_ED448 ||
                          scheme->keyType == NID_sm2 || scheme->digest == NID_sm3;
    if (keyFirst)
        return {DigestState::NeedsWhole, {}};
    if (scheme->digest == NID_undef || digestOf(scheme->digest) == nullptr)
        return {};
    return {DigestState::Taken, OBJ_nid2sn(scheme->digest)};
}

bool isDigestSignedBy(const CrlScan& scan, evp_pkey_st* key) {
    const ossl::ErrorScope errors;
    if (scan.digestState != DigestState::Taken || !scan.sameAlgorithm || scan.signature.empty() ||
        scan.digest.empty() || key == nullptr)
        return false;
    const auto scheme = schemeOf(scan.algorithm);
    if (!scheme || !isKind(key, *scheme))
        return false;
    const ossl::Owned<evp_pkey_ctx_st> context(EVP_PKEY_CTX_new(key, nullptr));
    return context && prepare(context.get(), *scheme) &&
           EVP_PKEY_verify(context.get(), scan.signature.data(), scan.signature.size(), scan.digest.data(),
                           scan.digest.size()) == 1;
}

} // namespace certwright::document
