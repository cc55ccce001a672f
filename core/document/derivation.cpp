// Why: see derivation.h.
#include "core/document/derivation.h"

#include <memory>
#include <vector>

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;

struct FreeKdf {
    void operator()(EVP_KDF* p) const { EVP_KDF_free(p); }
    void operator()(EVP_KDF_CTX* p) const { EVP_KDF_CTX_free(p); }
};

OSSL_PARAM octets(const char* name, ByteView content) {
    static unsigned char none = 0; // OpenSSL takes a null pointer for "not given"; it never writes here
    void* at = content.empty() ? &none : const_cast<unsigned char*>(content.data());
    return OSSL_PARAM_construct_octet_string(name, at, content.size());
}

// needsTooMuch: V of RFC 7914 section 5 takes 128·r·N octets, B takes 128·r·p.
bool needsTooMuch(const Derivation& derivation) {
    constexpr std::uint64_t most = maximumMemory / 128;
    const std::uint64_t r = derivation.blockSize;
    return r > most || derivation.iterations > most / r || derivation.parallel > most / r;
}

} // namespace

OpenResult<secret::SecretBytes> derivedKey(const Derivation& derivation, ByteView password, std::size_t size,
                                           ossl_lib_ctx_st* library, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    if (derivation.scrypt && needsTooMuch(derivation))
        return tl::unexpected(
            OpenError{OpenFailure::UnsupportedScheme, "scrypt needs more than 256 MiB", Fault::Work});
    std::string digest = derivation.digest;
    std::uint64_t iterations = derivation.iterations;
    std::uint64_t blockSize = derivation.blockSize;
    std::uint64_t parallel = derivation.parallel;
    std::uint64_t memory = 3 * maximumMemory; // what it needs was judged above
    std::vector<OSSL_PARAM> parameters{octets(OSSL_KDF_PARAM_PASSWORD, password),
                                       octets(OSSL_KDF_PARAM_SALT, derivation.salt)};
    if (derivation.scrypt) {
        parameters.push_back(OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &iterations));
        parameters.push_back(OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_R, &blockSize));
        parameters.push_back(OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_P, &parallel));
        parameters.push_back(OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory));
    } else {
        parameters.push_back(OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0));
        parameters.push_back(OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_ITER, &iterations));
    }
    parameters.push_back(OSSL_PARAM_construct_end());
    const char* name = derivation.scrypt ? "SCRYPT" : "PBKDF2";
    const std::unique_ptr<EVP_KDF, FreeKdf> function(EVP_KDF_fetch(library, name, nullptr));
    const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context(function ? EVP_KDF_CTX_new(function.get()) : nullptr);
    secret::SecretBytes key(size);
    if (!context ||
        EVP_KDF_derive(context.get(), key.revealForWriting(access).data(), size, parameters.data()) != 1)
        return tl::unexpected(OpenError{OpenFailure::UnsupportedScheme, errors.detail(), {}});
    return key;
}

} // namespace certwright::document
