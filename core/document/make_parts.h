// Why: certificates and CRLs are made of the same parts: times, names, key identifiers, signatures.
#pragma once

#include "core/document/make.h"
#include "core/ossl/owned.h"

struct asn1_string_st;
struct evp_md_ctx_st;
struct X509_extension_st;
struct X509_name_st;

namespace certwright::document {

struct FreePart {
    void operator()(asn1_string_st* p) const;
    void operator()(X509_extension_st* p) const;
    void operator()(X509_name_st* p) const;
};
template <typename T> using Part = std::unique_ptr<T, FreePart>;

// asn1Time makes a UTCTime or, from 2050 on, a GeneralizedTime (RFC 5280 section 4.1.2.5).
Part<asn1_string_st> asn1Time(base::Time time);
// asn1Integer makes an INTEGER of a big-endian magnitude.
Part<asn1_string_st> asn1Integer(base::ByteView magnitude);
// nativeName makes a name of UTF-8 parts; null if a type is unknown or a value does not fit it.
Part<X509_name_st> nativeName(const NameParts& parts);
// keyIdOf is the SHA-1 of the public key's bits (RFC 5280 section 4.2.1.2, method 1).
base::Bytes keyIdOf(const KeyFacts& key);
// authorityKeyIdExtension makes the extension with a key identifier only.
Part<X509_extension_st> authorityKeyIdExtension(const base::Bytes& keyId);
// extensionOf makes a non-critical (0) or critical (1) extension from OpenSSL's number and an object of its
// type.
Part<X509_extension_st> extensionOf(int number, int critical, void* object);

// SigningContext is a digest-sign context that X509_sign_ctx and X509_CRL_sign_ctx take; null in `get` on
// failure.
class SigningContext {
  public:
    SigningContext(const ossl::Pkey& key, const SignatureSpec& spec);
    ~SigningContext();
    SigningContext(const SigningContext&) = delete;
    SigningContext& operator=(const SigningContext&) = delete;

    evp_md_ctx_st* get() const { return m_context; }

  private:
    evp_md_ctx_st* m_context = nullptr;
};

} // namespace certwright::document
