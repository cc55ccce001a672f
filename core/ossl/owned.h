// Why: OpenSSL's objects are freed by the scope that owns them. Only forward declarations here: OpenSSL's own
// headers are included by .cpp files alone.
#pragma once

#include <memory>

struct asn1_object_st;
struct bignum_st;
struct bio_st;
struct evp_cipher_ctx_st;
struct evp_md_ctx_st;
struct evp_pkey_st;
struct evp_pkey_ctx_st;
struct PKCS12_st;
struct pkcs7_st;
struct ssl_ctx_st;
struct ssl_st;
struct X509_crl_st;
struct X509_req_st;
struct X509_sig_st;
struct x509_st;
struct x509_store_st;
struct x509_store_ctx_st;
struct pkcs8_priv_key_info_st;

namespace certwright::ossl {

// Deleter calls the OpenSSL function that frees T; defined in owned.cpp for each type named here.
struct Deleter {
    void operator()(bignum_st* p) const;
    void operator()(bio_st* p) const;
    void operator()(evp_cipher_ctx_st* p) const;
    void operator()(evp_md_ctx_st* p) const;
    void operator()(evp_pkey_st* p) const;
    void operator()(evp_pkey_ctx_st* p) const;
    void operator()(PKCS12_st* p) const;
    void operator()(pkcs7_st* p) const;
    void operator()(ssl_ctx_st* p) const;
    void operator()(ssl_st* p) const;
    void operator()(X509_crl_st* p) const;
    void operator()(X509_req_st* p) const;
    void operator()(X509_sig_st* p) const;
    void operator()(x509_st* p) const;
    void operator()(x509_store_st* p) const;
    void operator()(x509_store_ctx_st* p) const;
    void operator()(pkcs8_priv_key_info_st* p) const;
};

template <typename T> using Owned = std::unique_ptr<T, Deleter>;

using Bio = Owned<bio_st>;
using Pkey = Owned<evp_pkey_st>;
using X509Certificate = Owned<x509_st>;
using X509Crl = Owned<X509_crl_st>;

} // namespace certwright::ossl
