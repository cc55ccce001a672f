// Why: the three ways in which decryption fails are told apart where it happens.
#include "core/document/decrypt.h"

#include <array>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/x509.h>

#include "core/base/utf8.h"
#include "core/document/derivation.h"
#include "core/document/encryption_facts.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretBytes;

struct FreeCipher {
    void operator()(EVP_CIPHER* p) const { EVP_CIPHER_free(p); }
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
};
using Cipher = std::unique_ptr<EVP_CIPHER, FreeCipher>;
using Context = ossl::Owned<evp_cipher_ctx_st>;

// charactersOf gives an empty password a place to point to: OpenSSL takes a null pointer for no password.
const char* charactersOf(ByteView text) {
    return text.empty() ? "" : base::textOf(text).data();
}

OpenResult<SecretBytes> finish(const Context& context, ByteView data, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const auto block = static_cast<std::size_t>(EVP_CIPHER_CTX_get_block_size(context.get()));
    if (data.empty() || data.size() % block != 0)
        return openProblem(OpenFailure::Damaged, "encrypted content is not a whole number of blocks");
    SecretBytes plain(data.size() + block);
    unsigned char* out = plain.revealForWriting(access).data();
    int written = 0;
    int last = 0;
    if (EVP_DecryptUpdate(context.get(), out, &written, data.data(), static_cast<int>(data.size())) != 1)
        return openProblem(OpenFailure::Damaged, errors.detail());
    if (EVP_DecryptFinal_ex(context.get(), out + written, &last) != 1)
        return openProblem(OpenFailure::WrongPassword, errors.detail());
    plain.truncate(static_cast<std::size_t>(written + last));
    return plain;
}

// isVariable tells the ciphers whose keys may be of any length; OpenSSL's providers do not say.
bool isVariable(const std::string& name) {
    return name.starts_with("RC2") || name.starts_with("RC4") || name.starts_with("BF-") ||
           name.starts_with("CAST5");
}

// keySize is what the file says, or the cipher's own; 0 if they do not fit.
std::size_t keySize(const EVP_CIPHER* cipher, const Scheme& scheme) {
    const bool variable = isVariable(scheme.cipher.name);
    auto own = static_cast<std::size_t>(EVP_CIPHER_get_key_length(cipher));
    if (variable && scheme.cipher.effectiveBits != 0)
        own = (static_cast<std::size_t>(scheme.cipher.effectiveBits) + 7) / 8;
    const std::size_t said = scheme.derivation.keyLength.value_or(own);
    return said == own || (variable && said <= EVP_MAX_KEY_LENGTH) ? said : 0;
}

// isReady makes a context for the cipher with its key, IV, effective bits and tag.
bool isReady(const Context& context, const EVP_CIPHER* cipher, const CipherChoice& choice, ByteView key,
             ByteView tag) {
    auto bits = static_cast<unsigned int>(choice.effectiveBits);
    std::size_t ivSize = choice.iv.size();
    std::array parameters{OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    if (bits != 0)
        parameters[0] = OSSL_PARAM_construct_uint(OSSL_CIPHER_PARAM_RC2_KEYBITS, &bits);
    else if (EVP_CIPHER_get_mode(cipher) == EVP_CIPH_GCM_MODE)
        parameters[0] = OSSL_PARAM_construct_size_t(OSSL_CIPHER_PARAM_AEAD_IVLEN, &ivSize);
    if (EVP_DecryptInit_ex2(context.get(), cipher, nullptr, nullptr, nullptr) != 1 ||
        EVP_CIPHER_CTX_set_key_length(context.get(), static_cast<int>(key.size())) != 1 ||
        EVP_CIPHER_CTX_set_params(context.get(), parameters.data()) != 1)
        return false;
    if (!tag.empty() &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tag.size()),
                            const_cast<unsigned char*>(tag.data())) != 1)
        return false;
    return EVP_DecryptInit_ex2(context.get(), nullptr, key.data(), choice.iv.data(), nullptr) == 1;
}

bool hasIvOfItsSize(const EVP_CIPHER* cipher, const CipherChoice& choice) {
    if (EVP_CIPHER_get_mode(cipher) == EVP_CIPH_GCM_MODE)
        return !choice.iv.empty() && choice.iv.size() <= 64;
    return choice.iv.size() == static_cast<std::size_t>(EVP_CIPHER_get_iv_length(cipher));
}

bool isFeedbackMode(int mode) {
    return mode == EVP_CIPH_CBC_MODE || mode == EVP_CIPH_CFB_MODE || mode == EVP_CIPH_OFB_MODE ||
           mode == EVP_CIPH_CTR_MODE;
}

} // namespace

tl::unexpected<OpenError> openProblem(OpenFailure failure, std::string detail, std::optional<Fault> fault) {
    return tl::unexpected<OpenError>(OpenError{failure, std::move(detail), fault});
}

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

SecretBytes asBmpString(const SecretBytes& utf8, secret::SecretAccess access) {
    const ByteView in = utf8.reveal(access);
    if (!base::isUtf8(base::textOf(in)))
        return {};
    SecretBytes text(2 * in.size() + 2); // no character takes more than twice its octets
    const auto out = text.revealForWriting(access);
    std::size_t size = 0;
    const auto put = [&](std::uint32_t unit) {
        out[size++] = static_cast<std::uint8_t>(unit >> 8U);
        out[size++] = static_cast<std::uint8_t>(unit);
    };
    for (std::size_t at = 0; at < in.size();) {
        const std::uint32_t first = in[at++];
        const unsigned more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        std::uint32_t point = more == 0 ? first : first & (0x3FU >> more);
        for (unsigned i = 0; i < more; ++i)
            point = point << 6U | (in[at++] & 0x3FU);
        if (point >= 0x10000) {
            put(0xD800U + ((point - 0x10000) >> 10U));
            put(0xDC00U + ((point - 0x10000) & 0x3FFU));
        } else {
            put(point);
        }
    }
    text.truncate(size + 2);
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

OpenResult<SecretBytes> Decryptor::decryptPbes2(const Scheme& scheme, ByteView data, ByteView password) {
    const ossl::ErrorScope errors;
    ossl_lib_ctx_st* library = contextFor(scheme.cipher.name.c_str());
    const Cipher cipher(EVP_CIPHER_fetch(library, scheme.cipher.name.c_str(), nullptr));
    if (!cipher)
        return openProblem(OpenFailure::UnsupportedScheme, scheme.cipher.name);
    const std::size_t size = keySize(cipher.get(), scheme);
    if (size == 0 || !hasIvOfItsSize(cipher.get(), scheme.cipher) || data.size() < scheme.cipher.tagSize)
        return openProblem(OpenFailure::Damaged, "key length or IV that the cipher does not have",
                           Fault::EncryptionParameters);
    const auto key = derivedKey(scheme.derivation, password, size, library, m_access);
    if (!key)
        return tl::unexpected(key.error());
    const Context context(EVP_CIPHER_CTX_new());
    const ByteView content = data.first(data.size() - scheme.cipher.tagSize);
    if (!context ||
        !isReady(context, cipher.get(), scheme.cipher, key->reveal(m_access), data.subspan(content.size())))
        return openProblem(OpenFailure::UnsupportedScheme, errors.detail());
    return finish(context, content, m_access);
}

OpenResult<SecretBytes> Decryptor::decryptWhole(const Scheme& scheme, ByteView algorithm, ByteView data,
                                                const PasswordForms& password) {
    const bool pkcs12 = scheme.family == SchemeFamily::Pkcs12;
    const ByteView octets = pkcs12 ? password.text.value_or(ByteView()) : password.octets;
    const char* pass = pkcs12 && !password.text ? nullptr : charactersOf(octets);
    ossl_lib_ctx_st* library = contextFor(scheme.cipher.name.c_str());
    const ossl::ErrorScope errors;
    const unsigned char* at = algorithm.data();
    const std::unique_ptr<X509_ALGOR, FreeCipher> native(
        d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())));
    const Context context(EVP_CIPHER_CTX_new());
    if (!context || !native ||
        EVP_PBE_CipherInit_ex(native->algorithm, pass, static_cast<int>(octets.size()), native->parameter,
                              context.get(), 0, library, nullptr) != 1)
        return openProblem(OpenFailure::UnsupportedScheme, errors.detail());
    return finish(context, data, m_access);
}

OpenResult<SecretBytes> Decryptor::decrypt(ByteView algorithm, ByteView data, const PasswordForms& password) {
    const auto scheme = schemeOf(algorithm);
    if (!scheme)
        return openProblem(OpenFailure::Damaged, scheme.error().detail, scheme.error().fault);
    if (!scheme->supported)
        return openProblem(OpenFailure::UnsupportedScheme, encryptionName(scheme->facts));
    if (!spend(scheme->work))
        return openProblem(OpenFailure::UnsupportedScheme, "more than 10 million rounds of key derivation",
                           Fault::Work);
    return scheme->family == SchemeFamily::Pbes2 ? decryptPbes2(*scheme, data, password.octets)
                                                 : decryptWhole(*scheme, algorithm, data, password);
}

OpenResult<SecretBytes> Decryptor::decryptTraditional(const std::string& cipher, ByteView iv, ByteView data,
                                                      ByteView password) {
    const ossl::ErrorScope errors;
    const Cipher algorithm(EVP_CIPHER_fetch(contextFor(cipher.c_str()), cipher.c_str(), nullptr));
    if (!algorithm || !isFeedbackMode(EVP_CIPHER_get_mode(algorithm.get())))
        return openProblem(OpenFailure::UnsupportedScheme, "PEM, " + cipher);
    if (iv.size() != static_cast<std::size_t>(EVP_CIPHER_get_iv_length(algorithm.get())) || iv.size() < 8)
        return openProblem(OpenFailure::Damaged, "DEK-Info with an IV of the wrong length",
                           Fault::EncryptionParameters);
    std::array<unsigned char, EVP_MAX_KEY_LENGTH> key{};
    const Context context(EVP_CIPHER_CTX_new());
    const bool ready =
        context &&
        EVP_BytesToKey(algorithm.get(), EVP_md5(), iv.data(), password.empty() ? iv.data() : password.data(),
                       static_cast<int>(password.size()), 1, key.data(), nullptr) > 0 &&
        EVP_DecryptInit_ex2(context.get(), algorithm.get(), key.data(), iv.data(), nullptr) == 1;
    OPENSSL_cleanse(key.data(), key.size());
    if (!ready)
        return openProblem(OpenFailure::UnsupportedScheme, errors.detail());
    return finish(context, data, m_access);
}

} // namespace certwright::document
