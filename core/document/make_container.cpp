// Why: chains come as PKCS#7 and keys with their chain as PKCS#12; who practises should meet both.
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include "core/document/make.h"
#include "core/document/native.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/legacy_provider.h"

namespace certwright::document {

namespace {

using base::ErrorCode;

struct FreeCertificates {
    void operator()(STACK_OF(X509) * p) const { sk_X509_pop_free(p, X509_free); }
};
using Certificates = std::unique_ptr<STACK_OF(X509), FreeCertificates>;

bool addAll(PKCS7* container, const std::vector<Certificate>& certificates, const std::vector<Crl>& crls) {
    for (const Certificate& certificate : certificates) {
        const auto native = nativeCertificate(certificate);
        if (!native || PKCS7_add_certificate(container, native->get()) != 1)
            return false;
    }
    for (const Crl& crl : crls) {
        const auto native = nativeCrl(crl);
        if (!native || PKCS7_add_crl(container, native->get()) != 1)
            return false;
    }
    return true;
}

Certificates nativeChain(const std::vector<Certificate>& chain) {
    Certificates out(sk_X509_new_null());
    for (const Certificate& certificate : chain) {
        auto native = nativeCertificate(certificate);
        if (!native || sk_X509_push(out.get(), native->get()) <= 0)
            return nullptr;
        static_cast<void>(native->release());
    }
    return out;
}

// zeroEnded returns the password as OpenSSL's PKCS#12 maker wants it: ended by a zero.
secret::SecretBytes zeroEnded(const secret::SecretBytes& password) {
    secret::SecretBytes text = password.clone();
    constexpr std::uint8_t end = 0;
    text.append({&end, 1});
    return text;
}

base::Bytes derOf(const PKCS12* container) {
    base::Bytes der(static_cast<std::size_t>(i2d_PKCS12(container, nullptr)));
    unsigned char* at = der.data();
    i2d_PKCS12(container, &at);
    return der;
}

} // namespace

base::Result<base::Bytes> toPkcs7(const std::vector<Certificate>& certificates,
                                  const std::vector<Crl>& crls) {
    const ossl::ErrorScope errors;
    const ossl::Owned<pkcs7_st> container(PKCS7_new());
    if (!container || PKCS7_set_type(container.get(), NID_pkcs7_signed) != 1 ||
        PKCS7_content_new(container.get(), NID_pkcs7_data) != 1 ||
        PKCS7_set_detached(container.get(), 1) != 1 || !addAll(container.get(), certificates, crls))
        return base::failure(ErrorCode::CryptoFailed, "PKCS#7", errors.detail());
    base::Bytes der(static_cast<std::size_t>(i2d_PKCS7(container.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_PKCS7(container.get(), &at);
    return der;
}

base::Result<base::Bytes> toPkcs12(const Identity& identity, const std::vector<Certificate>& chain,
                                   const std::string& friendlyName, const secret::SecretBytes& password,
                                   Pkcs12Style style, int iterations, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const bool legacy = style == Pkcs12Style::Legacy;
    const std::unique_ptr<ossl::LegacyProvider> provider =
        legacy ? std::make_unique<ossl::LegacyProvider>() : nullptr;
    const auto key = nativeKey(*identity.key, access);
    const auto certificate = nativeCertificate(identity.certificate);
    const Certificates others = nativeChain(chain);
    if (!key || !certificate || !others || (legacy && !provider->available()))
        return base::failure(ErrorCode::CryptoFailed, "PKCS#12", errors.detail());
    const secret::SecretBytes text = zeroEnded(password);
    const char* pass = base::textOf(text.reveal(access)).data();
    const int keyCipher = legacy ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : NID_aes_256_cbc;
    const int certificateCipher = legacy ? NID_pbe_WithSHA1And40BitRC2_CBC : NID_aes_256_cbc;
    // No MAC yet (-1): its digest is chosen below.
    const ossl::Owned<PKCS12_st> container(PKCS12_create_ex(
        pass, friendlyName.c_str(), key->get(), certificate->get(), others.get(), keyCipher,
        certificateCipher, iterations, -1, 0, legacy ? provider->context() : nullptr, nullptr));
    const EVP_MD* digest = legacy ? EVP_sha1() : EVP_sha256();
    if (!container || PKCS12_set_mac(container.get(), pass, static_cast<int>(password.size()), nullptr, 0,
                                     iterations, digest) != 1)
        return base::failure(ErrorCode::CryptoFailed, "PKCS#12", errors.detail());
    return derOf(container.get());
}

} // namespace certwright::document
