// Why: the one place that knows which OpenSSL function frees what.
#include "core/ossl/owned.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace certwright::ossl {

// Numbers may be secret; clearing the others costs nothing that anybody would notice.
void Deleter::operator()(bignum_st* p) const {
    BN_clear_free(p);
}
void Deleter::operator()(bio_st* p) const {
    BIO_free_all(p);
}
void Deleter::operator()(evp_cipher_ctx_st* p) const {
    EVP_CIPHER_CTX_free(p);
}
void Deleter::operator()(evp_md_ctx_st* p) const {
    EVP_MD_CTX_free(p);
}
void Deleter::operator()(evp_pkey_st* p) const {
    EVP_PKEY_free(p);
}
void Deleter::operator()(evp_pkey_ctx_st* p) const {
    EVP_PKEY_CTX_free(p);
}
void Deleter::operator()(PKCS12_st* p) const {
    PKCS12_free(p);
}
void Deleter::operator()(pkcs7_st* p) const {
    PKCS7_free(p);
}
void Deleter::operator()(ssl_ctx_st* p) const {
    SSL_CTX_free(p);
}
void Deleter::operator()(ssl_st* p) const {
    SSL_free(p);
}
void Deleter::operator()(X509_crl_st* p) const {
    X509_CRL_free(p);
}
void Deleter::operator()(X509_req_st* p) const {
    X509_REQ_free(p);
}
void Deleter::operator()(X509_sig_st* p) const {
    X509_SIG_free(p);
}
void Deleter::operator()(x509_st* p) const {
    X509_free(p);
}
void Deleter::operator()(x509_store_st* p) const {
    X509_STORE_free(p);
}
void Deleter::operator()(x509_store_ctx_st* p) const {
    X509_STORE_CTX_free(p);
}
void Deleter::operator()(pkcs8_priv_key_info_st* p) const {
    PKCS8_PRIV_KEY_INFO_free(p);
}

} // namespace certwright::ossl
