// Why: a CRL that was loaded but is never looked at looks exactly like one that works.
#include "core/prove/revocation.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include "core/ossl/error_scope.h"

namespace certwright::prove {

namespace {

base::Status failed(const char* detail) {
    return base::failure(base::ErrorCode::CryptoFailed, {}, detail);
}

// verdict verifies `certificate` against `store` by the rules of the server's context; X509_V_OK or why not.
int verdict(X509_STORE* store, SSL_CTX* server, X509* certificate, const TlsMaterial& material) {
    const ossl::ErrorScope errors;
    const ossl::Owned<X509_STORE_CTX> judge(X509_STORE_CTX_new());
    STACK_OF(X509)* sent = sk_X509_new_null();
    for (const auto& one : material.chain)
        if (sent != nullptr && sk_X509_push(sent, one.get()) == 0)
            break;
    int result = X509_V_ERR_OUT_OF_MEM;
    if (judge && sent != nullptr && X509_STORE_CTX_init(judge.get(), store, certificate, sent) == 1) {
        X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(judge.get());
        X509_VERIFY_PARAM_set1(rules, SSL_CTX_get0_param(server));
        X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
        X509_verify_cert(judge.get());
        result = X509_STORE_CTX_get_error(judge.get());
    }
    sk_X509_free(sent);
    return result;
}

} // namespace

X509* judgedByCrl(const TlsMaterial& material) {
    for (const auto* certificates : {&material.chain, &material.cas})
        for (const auto& certificate : *certificates)
            for (const auto& crl : material.crls)
                if (X509_NAME_cmp(X509_get_issuer_name(certificate.get()), X509_CRL_get_issuer(crl.get())) ==
                    0)
                    return certificate.get();
    return nullptr;
}

base::Status proveRevocation(const TlsContexts& contexts, const TlsMaterial& material) {
    X509* certificate = judgedByCrl(material);
    if (certificate == nullptr)
        return failed("no certificate was issued by the CRL's issuer");
    SSL_CTX* server = contexts.server.get();
    const int with = verdict(SSL_CTX_get_cert_store(server), server, certificate, material);
    if (with != X509_V_OK)
        return failed(X509_verify_cert_error_string(with));
    const ossl::Owned<X509_STORE> bare(X509_STORE_new());
    for (const auto& ca : material.cas)
        if (!bare || X509_STORE_add_cert(bare.get(), ca.get()) != 1)
            return failed("out of memory");
    const int without = verdict(bare.get(), server, certificate, material);
    if (without != X509_V_ERR_UNABLE_TO_GET_CRL)
        return failed(X509_verify_cert_error_string(without));
    return {};
}

} // namespace certwright::prove
