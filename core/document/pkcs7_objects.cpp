// Why: the content of a SignedData (RFC 2315 section 9.1, RFC 5652 section 5.1), each object with its own
// octets.
#include "core/document/pkcs7_objects.h"

#include <memory>

#include <openssl/cms.h>
#include <openssl/objects.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include "core/document/certificate_facts.h"
#include "core/document/crl_facts.h"
#include "core/document/native_der.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeMessage {
    void operator()(CMS_ContentInfo* p) const { CMS_ContentInfo_free(p); }
    void operator()(STACK_OF(X509) * p) const { sk_X509_pop_free(p, X509_free); }
    void operator()(STACK_OF(X509_CRL) * p) const { sk_X509_CRL_pop_free(p, X509_CRL_free); }
};
template <typename T> using Held = std::unique_ptr<T, FreeMessage>;

template <typename T> std::string add(Reading<T> object, std::vector<Object>& out) {
    if (!object)
        return object.error();
    out.emplace_back(std::move(*object));
    return {};
}

// take reads what stands in OpenSSL's lists, in their order; empty if all of it could be read.
std::string take(const STACK_OF(X509) * certificates, const STACK_OF(X509_CRL) * crls,
                 std::vector<Object>& out) {
    std::string problem;
    for (int i = 0; i < sk_X509_num(certificates) && problem.empty(); ++i)
        problem = add(certificateFrom(derOf<X509>(i2d_X509, sk_X509_value(certificates, i))), out);
    for (int i = 0; i < sk_X509_CRL_num(crls) && problem.empty(); ++i)
        problem = add(crlFrom(derOf<X509_CRL>(i2d_X509_CRL, sk_X509_CRL_value(crls, i))), out);
    return problem;
}

Reading<Pkcs7Contents> checked(Pkcs7Contents contents, const std::string& problem) {
    if (!problem.empty())
        return unreadable(problem);
    return contents.objects.empty() ? unreadable("PKCS#7 without certificates")
                                    : Reading<Pkcs7Contents>(std::move(contents));
}

// oldContents reads what only PKCS#7 of before CMS has: signed content that is no OCTET STRING
// (Authenticode).
Reading<Pkcs7Contents> oldContents(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<pkcs7_st> native(d2i_PKCS7(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return unreadable(errors.detail());
    Pkcs7Contents contents;
    if (!PKCS7_type_is_signed(native.get()) || !native->d.sign) {
        contents.message = OBJ_nid2sn(OBJ_obj2nid(native->type));
        return contents;
    }
    const std::string problem = take(native->d.sign->cert, native->d.sign->crl, contents.objects);
    return checked(std::move(contents), problem);
}

} // namespace

Reading<Pkcs7Contents> pkcs7Contents(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const Held<CMS_ContentInfo> native(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return oldContents(der);
    Pkcs7Contents contents;
    const int type = OBJ_obj2nid(CMS_get0_type(native.get()));
    if (type != NID_pkcs7_signed) {
        contents.message = type == NID_undef ? "unknown" : OBJ_nid2sn(type);
        return contents;
    }
    const Held<STACK_OF(X509)> certificates(CMS_get1_certs(native.get()));
    const Held<STACK_OF(X509_CRL)> crls(CMS_get1_crls(native.get()));
    const std::string problem = take(certificates.get(), crls.get(), contents.objects);
    return checked(std::move(contents), problem);
}

} // namespace certwright::document
