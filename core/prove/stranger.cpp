// Why: a server that demands client certificates must refuse one that its CA did not issue; this is such a
// one.
#include "core/prove/stranger.h"

#include <chrono>
#include <ctime>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <utility>

namespace certwright::prove {

std::optional<Stranger> makeStranger(base::Time now) {
    std::time_t day = std::chrono::system_clock::to_time_t(now);
    Stranger stranger{ossl::X509Certificate(X509_new()), ossl::Pkey(EVP_EC_gen("P-256"))};
    X509* certificate = stranger.certificate.get();
    if (certificate == nullptr || !stranger.key)
        return std::nullopt;
    X509_NAME* name = X509_get_subject_name(certificate);
    const unsigned char text[] = "stranger";
    const bool made = X509_set_version(certificate, X509_VERSION_3) == 1 &&
                      ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1) == 1 &&
                      X509_time_adj_ex(X509_getm_notBefore(certificate), -1, 0, &day) != nullptr &&
                      X509_time_adj_ex(X509_getm_notAfter(certificate), 1, 0, &day) != nullptr &&
                      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
                      X509_set_issuer_name(certificate, name) == 1 &&
                      X509_set_pubkey(certificate, stranger.key.get()) == 1 &&
                      X509_sign(certificate, stranger.key.get(), EVP_sha256()) > 0;
    if (!made)
        return std::nullopt;
    return stranger;
}

} // namespace certwright::prove
