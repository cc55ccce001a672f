// Why: AES-256-GCM through OpenSSL, straight from and into locked memory.
#include "core/vault/aes_gcm.h"

#include <openssl/evp.h>

#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::vault {

namespace {

using Context = ossl::Owned<EVP_CIPHER_CTX>;
enum class Direction { Decrypt = 0, Encrypt = 1 };

// A context that has taken key, nonce and additional data; nullptr if OpenSSL refuses.
Context start(const GcmInput& input, Direction direction, secret::SecretAccess access) {
    Context context(EVP_CIPHER_CTX_new());
    int taken = 0;
    const bool started =
        context != nullptr && input.key.size() == 32 && input.nonce.size() == gcmNonceSize &&
        EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, input.key.reveal(access).data(),
                          input.nonce.data(), static_cast<int>(direction)) == 1 &&
        EVP_CipherUpdate(context.get(), nullptr, &taken, input.additional.data(),
                         static_cast<int>(input.additional.size())) == 1;
    return started ? std::move(context) : Context();
}

// GCM gives as many octets as it takes; nothing to do for none.
bool update(EVP_CIPHER_CTX* context, std::uint8_t* to, base::ByteView from) {
    int written = 0;
    return from.empty() ||
           EVP_CipherUpdate(context, to, &written, from.data(), static_cast<int>(from.size())) == 1;
}

} // namespace

base::Result<base::Bytes> encryptGcm(const GcmInput& input, const secret::SecretBytes& plain,
                                     secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const Context context = start(input, Direction::Encrypt, access);
    base::Bytes sealed(plain.size() + gcmTagSize);
    int written = 0;
    const bool done = context != nullptr && update(context.get(), sealed.data(), plain.reveal(access)) &&
                      EVP_CipherFinal_ex(context.get(), sealed.data() + plain.size(), &written) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(gcmTagSize),
                                          sealed.data() + plain.size()) == 1;
    if (!done)
        return base::failure(base::ErrorCode::CryptoFailed, "AES-256-GCM", errors.detail());
    return sealed;
}

base::Result<secret::SecretBytes> decryptGcm(const GcmInput& input, base::ByteView sealed,
                                             secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    if (sealed.size() < gcmTagSize)
        return base::failure(base::ErrorCode::SealInvalid);
    const base::ByteView ciphertext = sealed.first(sealed.size() - gcmTagSize);
    base::Bytes tag(sealed.end() - gcmTagSize, sealed.end());
    const Context context = start(input, Direction::Decrypt, access);
    secret::SecretBytes plain(ciphertext.size());
    std::uint8_t* const to = plain.revealForWriting(access).data();
    if (context == nullptr || !update(context.get(), to, ciphertext) ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(gcmTagSize), tag.data()) !=
            1)
        return base::failure(base::ErrorCode::CryptoFailed, "AES-256-GCM", errors.detail());
    std::uint8_t nothing = 0;
    int written = 0;
    if (EVP_CipherFinal_ex(context.get(), &nothing, &written) != 1)
        return base::failure(base::ErrorCode::SealInvalid);
    return plain;
}

} // namespace certwright::vault
