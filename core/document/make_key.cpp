// Why: fresh keys, straight onto locked pages.
#include "core/document/make.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "core/document/private_key.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

ossl::Pkey generate(const KeySpec& spec) {
    switch (spec.algorithm) {
    case KeyAlgorithm::Rsa:
        return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(spec.bits)));
    case KeyAlgorithm::Ec:
        return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", spec.curve.c_str()));
    case KeyAlgorithm::Ed25519:
        return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    default:
        return nullptr;
    }
}

} // namespace

base::Result<PrivateKey> makeKey(const KeySpec& spec, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const bool known = spec.algorithm == KeyAlgorithm::Rsa || spec.algorithm == KeyAlgorithm::Ec ||
                       spec.algorithm == KeyAlgorithm::Ed25519;
    if (!known || (spec.algorithm == KeyAlgorithm::Rsa && (spec.bits < 512 || spec.bits > 16384)))
        return base::failure(base::ErrorCode::InvalidArgument, "key");
    const ossl::Pkey native = generate(spec);
    const ossl::Owned<pkcs8_priv_key_info_st> info(native ? EVP_PKEY2PKCS8(native.get()) : nullptr);
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0)
        return base::failure(base::ErrorCode::CryptoFailed, "key", errors.detail());
    secret::SecretBytes der(static_cast<std::size_t>(size));
    unsigned char* at = der.revealForWriting(access).data();
    i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at);
    auto key = privateKeyFrom(KeyForm::Pkcs8, der.reveal(access), access);
    if (!key)
        return base::failure(base::ErrorCode::CryptoFailed, "key", key.error().detail);
    return std::move(*key);
}

} // namespace certwright::document
