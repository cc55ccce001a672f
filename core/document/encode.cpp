// Why: PEM is written line by line, so that a key's text never passes through a buffer that nobody wipes.
#include "core/document/encode.h"

#include <array>
#include <limits>
#include <memory>

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using base::ErrorCode;
using secret::SecretAccess;
using secret::SecretBytes;

constexpr std::size_t octetsPerLine = 48; // 64 characters of base64

struct FreeAlgorithm {
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
};
using Algorithm = std::unique_ptr<X509_ALGOR, FreeAlgorithm>;

// writePem appends a PEM block to anything that takes octets through `append`.
template <typename Append> void writePem(std::string_view label, ByteView der, Append append) {
    append("-----BEGIN " + std::string(label) + "-----\n");
    std::array<unsigned char, 66> line{};
    for (std::size_t at = 0; at < der.size(); at += octetsPerLine) {
        const ByteView part = der.subspan(at, std::min(octetsPerLine, der.size() - at));
        const int length = EVP_EncodeBlock(line.data(), part.data(), static_cast<int>(part.size()));
        line[static_cast<std::size_t>(length)] = '\n';
        append(base::textOf({line.data(), static_cast<std::size_t>(length) + 1}));
    }
    OPENSSL_cleanse(line.data(), line.size());
    append("-----END " + std::string(label) + "-----\n");
}

// pbes2 makes the AlgorithmIdentifier with a fresh salt and IV.
Algorithm pbes2(int iterations) {
    std::array<unsigned char, 16> salt{};
    std::array<unsigned char, EVP_MAX_IV_LENGTH> iv{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1 ||
        RAND_bytes(iv.data(), static_cast<int>(iv.size())) != 1)
        return nullptr;
    return Algorithm(PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), iterations, salt.data(),
                                       static_cast<int>(salt.size()), iv.data(), NID_hmacWithSHA256));
}

base::Bytes derOf(const X509_ALGOR* algorithm) {
    base::Bytes der(static_cast<std::size_t>(i2d_X509_ALGOR(algorithm, nullptr)));
    unsigned char* at = der.data();
    i2d_X509_ALGOR(algorithm, &at);
    return der;
}

// encrypted runs the scheme over `plain`; empty on failure.
base::Bytes encrypted(const X509_ALGOR* algorithm, ByteView passphrase, ByteView plain) {
    const ossl::Owned<evp_cipher_ctx_st> context(EVP_CIPHER_CTX_new());
    int written = 0;
    int last = 0;
    base::Bytes out(plain.size() + EVP_MAX_BLOCK_LENGTH);
    if (!context ||
        EVP_PBE_CipherInit(algorithm->algorithm, base::textOf(passphrase).data(),
                           static_cast<int>(passphrase.size()), algorithm->parameter, context.get(),
                           1) != 1 ||
        EVP_CipherUpdate(context.get(), out.data(), &written, plain.data(), static_cast<int>(plain.size())) !=
            1 ||
        EVP_CipherFinal_ex(context.get(), out.data() + written, &last) != 1)
        return {};
    out.resize(static_cast<std::size_t>(written + last));
    return out;
}

} // namespace

std::string toPem(std::string_view label, ByteView der) {
    std::string pem;
    pem.reserve(der.size() / 3 * 4 + der.size() / octetsPerLine + 2 * label.size() + 64);
    writePem(label, der, [&](std::string_view text) { pem += text; });
    return pem;
}

std::string toPem(const Certificate& certificate) {
    return toPem("CERTIFICATE", certificate.der);
}

std::string toPem(const Crl& crl) {
    return toPem("X509 CRL", crl.der);
}

SecretBytes toPem(const PrivateKey& key, SecretAccess access) {
    SecretBytes pem;
    writePem("PRIVATE KEY", key.pkcs8.reveal(access),
             [&](std::string_view text) { pem.append(base::viewOf(text)); });
    return pem;
}

base::Result<std::string> encryptKey(const PrivateKey& key, const SecretBytes& passphrase, int iterations,
                                     SecretAccess access) {
    const ossl::ErrorScope errors;
    if (iterations < 1 || passphrase.size() > std::numeric_limits<int>::max())
        return base::failure(ErrorCode::InvalidArgument, "key encryption");
    const Algorithm algorithm = pbes2(iterations);
    if (!algorithm)
        return base::failure(ErrorCode::CryptoFailed, "key encryption", errors.detail());
    const base::Bytes data = encrypted(algorithm.get(), passphrase.reveal(access), key.pkcs8.reveal(access));
    if (data.empty())
        return base::failure(ErrorCode::CryptoFailed, "key encryption", errors.detail());
    return toPem("ENCRYPTED PRIVATE KEY",
                 ossl::derElement(ossl::Tag::Sequence, {derOf(algorithm.get()),
                                                        ossl::derElement(ossl::Tag::OctetString, {data})}));
}

} // namespace certwright::document
