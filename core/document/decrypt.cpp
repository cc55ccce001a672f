// Why: the three ways in which decryption fails are told apart where it happens.
#include "core/document/decrypt.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretBytes;

struct FreeCipher {
    void operator()(EVP_CIPHER* p) const { EVP_CIPHER_free(p); }
};
using Cipher = std::unique_ptr<EVP_CIPHER, FreeCipher>;
using Context = ossl::Owned<evp_cipher_ctx_st>;

tl::unexpected<OpenError> failed(OpenFailure failure, std::string detail) {
    return tl::unexpected<OpenError>(OpenError{failure, std::move(detail)});
}

// charactersOf gives an empty password a place to point to: OpenSSL takes a null pointer for no password.
const char* charactersOf(ByteView text) {
    return text.empty() ? "" : base::textOf(text).data();
}

OpenResult<SecretBytes> finish(const Context& context, ByteView data, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const auto block = static_cast<std::size_t>(EVP_CIPHER_CTX_get_block_size(context.get()));
    if (data.empty() || data.size() % block != 0)
        return failed(OpenFailure::Damaged, "encrypted content is not a whole number of blocks");
    SecretBytes plain(data.size() + block);
    unsigned char* out = plain.revealForWriting(access).data();
    int written = 0;
    int last = 0;
    if (EVP_DecryptUpdate(context.get(), out, &written, data.data(), static_cast<int>(data.size())) != 1)
        return failed(OpenFailure::Damaged, errors.detail());
    if (EVP_DecryptFinal_ex(context.get(), out + written, &last) != 1)
        return failed(OpenFailure::WrongPassword, errors.detail());
    plain.truncate(static_cast<std::size_t>(written + last));
    return plain;
}

} // namespace

SecretBytes eachOctetAsCharacter(const SecretBytes& raw, secret::SecretAccess access) {
    SecretBytes text(2 * raw.size());
    const auto out = text.revealForWriting(access);
    std::size_t size = 0;
    for (const std::uint8_t octet : raw.reveal(access)) {
        if (octet >= 0x80)
            out[size++] = static_cast<std::uint8_t>(0xC0U | (octet >> 6U));
        out[size++] = octet < 0x80 ? octet : static_cast<std::uint8_t>(0x80U | (octet & 0x3FU));
    }
    text.truncate(size);
    return text;
}

bool Decryptor::spend(std::uint64_t work) {
    if (work > m_budget)
        return false;
    m_budget -= work;
    return true;
}

ossl_lib_ctx_st* Decryptor::contextFor(const char* cipher) {
    const ossl::ErrorScope errors;
    if (Cipher(EVP_CIPHER_fetch(nullptr, cipher, nullptr)))
        return nullptr;
    if (!m_legacy)
        m_legacy = std::make_unique<ossl::LegacyProvider>();
    return m_legacy->available() ? m_legacy->context() : nullptr;
}

OpenResult<SecretBytes> Decryptor::decrypt(const X509_algor_st* algorithm, ByteView data,
                                           const PasswordForms& password) {
    const auto scheme = schemeOf(algorithm);
    if (!scheme)
        return failed(OpenFailure::Damaged, scheme.error());
    if (!scheme->supported)
        return failed(OpenFailure::UnsupportedScheme, scheme->facts.scheme + ' ' + scheme->facts.derivation);
    if (!spend(scheme->work))
        return failed(OpenFailure::UnsupportedScheme, "more than 10 million rounds of key derivation");
    const bool pkcs12 = scheme->facts.scheme == "PKCS12-PBE";
    const ByteView octets = pkcs12 ? password.text.value_or(ByteView()) : password.octets;
    const char* pass = pkcs12 && !password.text ? nullptr : charactersOf(octets);
    ossl_lib_ctx_st* library = contextFor(OBJ_nid2sn(scheme->cipher));
    const ossl::ErrorScope errors;
    const Context context(EVP_CIPHER_CTX_new());
    if (!context || EVP_PBE_CipherInit_ex(algorithm->algorithm, pass, static_cast<int>(octets.size()),
                                          algorithm->parameter, context.get(), 0, library, nullptr) != 1)
        return failed(OpenFailure::UnsupportedScheme, errors.detail());
    return finish(context, data, m_access);
}

OpenResult<SecretBytes> Decryptor::decryptTraditional(const std::string& cipher, ByteView iv, ByteView data,
                                                      ByteView password) {
    const ossl::ErrorScope errors;
    const Cipher algorithm(EVP_CIPHER_fetch(contextFor(cipher.c_str()), cipher.c_str(), nullptr));
    if (!algorithm || EVP_CIPHER_get_mode(algorithm.get()) != EVP_CIPH_CBC_MODE)
        return failed(OpenFailure::UnsupportedScheme, cipher);
    if (iv.size() != static_cast<std::size_t>(EVP_CIPHER_get_iv_length(algorithm.get())) || iv.size() < 8)
        return failed(OpenFailure::Damaged, "DEK-Info with an IV of the wrong length");
    std::array<unsigned char, EVP_MAX_KEY_LENGTH> key{};
    const Context context(EVP_CIPHER_CTX_new());
    const bool ready =
        context &&
        EVP_BytesToKey(algorithm.get(), EVP_md5(), iv.data(), password.empty() ? iv.data() : password.data(),
                       static_cast<int>(password.size()), 1, key.data(), nullptr) > 0 &&
        EVP_DecryptInit_ex2(context.get(), algorithm.get(), key.data(), iv.data(), nullptr) == 1;
    OPENSSL_cleanse(key.data(), key.size());
    if (!ready)
        return failed(OpenFailure::UnsupportedScheme, errors.detail());
    return finish(context, data, m_access);
}

} // namespace certwright::document
